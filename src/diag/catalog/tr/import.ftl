# Aktarım: başka sistemlerin dökümleri, profiller.

unknown-dataset = böyle bir veri kümesi yok: `{ $name }`
    .hint = Var olanlardan birini yazın: { $names }
    .hint-nearest = Şunu yazın: `{ $nearest }`
    .hint-none = Önce veri kümesini kurun: data/{ $name }/dataset.yaml dosyasına adını ve sütunlarını yazın
    .explain =
        Veri kümesi, `data/` altında içinde `dataset.yaml` bulunan bir klasördür; adı o dosyanın `name` satırıdır.

unknown-profile = böyle bir profil yok: `{ $name }`
    .hint = Var olanlardan birini ya da bir profil dosyasının yolunu yazın: { $names }
    .hint-nearest = Şunu yazın: `{ $nearest }`
    .explain =
        Profil, bir sistemin dökümünü nasıl yazdığını anlatan YAML dosyasıdır ve veri kümesinin `profiller/` klasöründe
        durur. `--profile` verilmezse başlıklara en çok uyan profil kendiliğinden seçilir ve adı söylenir.

profile-lacks-field = dökümde `{ $name }` alanının sütunu yok
    .hint = Doğru dosyayı verdiğinizi denetleyin ya da sütunun başlığını profilin `headers` bölümüne ekleyin
    .hint-nearest = `{ $nearest }` sütunu bu alan mı? Öyleyse başlığı profilin `headers` bölümüne ekleyin
    .explain =
        Bu alan her kayıtta bulunmak zorundadır. Hiçbir profil dosyanın başlıklarında onu tanıyamadı; tanınmayan sütunlar
        kişisel sayıldığı için okunmaz.

profile-uncovers = profil, yurttaşa ait `{ $header }` sütununu bir alan yapıyor
    .hint = Başlığı profilin `headers` bölümünden çıkarın
    .explain =
        `dataset.yaml` bu sütunu kişisel saymıştır. Profil yalnız başlıkların öbür adlarını söyler; kişisel bir sütunu
        okunur kılamaz.

unmapped = { $why ->
        [unknown] sözcük tanınmıyor: `{ $value }`
        [ambiguous] sözcük iki ayrı kayda uyuyor: `{ $value }`
        [damaged] metnin harfleri kaybolmuş: `{ $value }`
        [lost-digits] sayının rakamlarını hesap tablosu kısaltmış: `{ $value }`
        [day-for-number] hesap tablosu sayıyı güne çevirmiş: `{ $value }`
        [personal] hücrede kişisel veriye benzeyen bir şey var
        [date] tarih anlaşılmıyor: `{ $value }`
        [number] sayı anlaşılmıyor: `{ $value }`
        [ambiguous-number] sayı iki türlü okunabiliyor: `{ $value }`
        [boolean] evet mi hayır mı anlaşılmıyor: `{ $value }`
        [range] değer sınırların ya da biçimin dışında: `{ $value }`
        [required] zorunlu hücre boş
        [shifted] satırın birçok hücresi birden anlaşılmıyor; hücreler kaymış olmalı
        [ragged] satırdaki hücre sayısı başlıktakinden farklı
       *[repeated] aynı numaralı iki satır birbirini tutmuyor: `{ $value }`
    } ({ $count } satır)
    .hint = Karşılığını profilin `values` bölümüne yazın: { $profile }
    .hint-nearest = En yakını `{ $nearest }`; doğruysa profilin `values` bölümüne yazın: { $profile }
    .hint-date = Profilin `dates` (gün mü ay mı önce) ve `century` satırlarını denetleyin ya da tarihi kaynağında düzeltin
    .hint-number = Profile `numbers: tr`, `en` ya da `plain` yazın ya da sayıyı kaynağında düzeltin
    .hint-source = Dökümü kaynağından yeniden alın; sütunu hesap tablosunda metin olarak biçimlendirin
    .hint-personal = Hücreyi kaynağında temizleyin ya da sütunu profilin `personal` bölümüne yazın
    .hint-required = Kaydı kaynağında tamamlayın
    .hint-shifted = İçinde ayırıcı geçen metinlerin tırnak içinde olduğu bir döküm alın
    .hint-repeated = Bir başvuru birkaç satırda duruyorsa profile `also` bölümünü yazın; yoksa dökümü denetleyin
    .explain =
        Aktarım hiçbir satırı sessizce atmaz. Anlaşılmayan bir hücre varsa dosya yazılmaz: ya karşılığını profile yazarsınız
        ya kaynağını düzeltirsiniz. Kalan satırları yine de yazmak için `--refused LİSTE.csv` verin; geri çevrilen her
        satır o listede adıyla durur. Yalnız sınıfı izin veren sütunların değerleri gösterilir.

days-swapped = hesap tablosu bu sütunda günle ayı karıştırmış: gün yaptığı hücrelerin hepsi ayın ilk on iki gününde, metin bıraktıklarının hepsi sonrasında
    .hint = Dökümü kaynağından yeniden alın ve hesap tablosunda açıp kaydetmeden verin
    .explain =
        Başka bir ülkenin biçiminde yazılmış tarihler (`7/3/2023`) Türkçe bir hesap tablosunda açılınca, okunabilenler yanlış
        güne çevrilir (7 Mart), okunamayanlar (`7/14/2023`) metin olarak kalır. Dosya kaydedildikten sonra hangi günün
        kastedildiği artık bilinemez; bu yüzden hiçbir satır yazılmaz.

import-conflict = { $kind ->
        [kept] `{ $key }`: depodaki kayıt dökümden daha yeni; depodaki kaldı
       *[day-gone] `{ $key }`: depoda olan bir tarih dökümde yok; dökümdeki alındı
    }
    .hint = { $kind ->
        [kept] Döküm gerçekten daha yeniyse gününü verin: --exported 2026-07-31
       *[day-gone] Başvuru yeniden açıldıysa doğrudur; döküm eskiyse onu aktarmayın ya da gününü --exported ile verin
    }
    .explain =
        Aynı kaydın iki sürümünden sonraki geçerlidir. Dökümün gününden sonraki bir tarih depodaki kaydın daha yeni olduğunu
        gösterir; öyle bir tarih yoksa döküm daha yenidir. Tarihlerin geri gittiği kayıtlar burada sayılır, çünkü bunun iki
        nedeni olabilir: başvuru yeniden açılmıştır ya da döküm eskidir.

misplaced-rows = bu dosyadaki satırların bir bölümü `{ $name }` dosyasına ait
    .hint = Dosyayı klasörden çıkarın ve onu da `tellal import` ile aktarın
    .explain =
        Aktarım her ayı kendi dosyasına yazar. Aynı ayın satırları başka adlı bir dosyada da dursaydı iki kez sayılırlardı.

cli-import = Başka bir sistemin dökümünü okur, kişisel sütunları atar, temiz dosyaları veri kümesinin klasörüne yazar
cli-import-dataset = Veri kümesinin adı, örneğin halk-masasi
cli-import-files = Dökümler: CSV ya da XLSX
cli-import-profile = Profilin adı ya da dosyası (belirtilmezse başlıklara en çok uyan)
cli-import-exported = Dökümün alındığı gün, örneğin 2026-07-31 (belirtilmezse içindeki son tarih)
cli-import-refused = Eşlenemeyen satırları bu dosyaya döker, kalanını yazar
cli-import-dry-run = Ne yapılacağını söyler, hiçbir şey yazmaz
cli-value-dataset = VERİ KÜMESİ
cli-value-profile = PROFİL
cli-value-date = GÜN
cli-importing = döküm okunuyor
cli-import-bad-date = gün anlaşılmıyor: { $path }
    .hint = Günü 2026-07-31 biçiminde yazın

import-label-profile = profil
import-label-read = okundu
import-label-dropped = atıldı
import-label-repaired = onarıldı
import-label-refused = eşlenmedi
import-label-merged = birleşti
import-label-written = yazıldı
import-label-planned = yazılacak
import-profile-named = { $name }: { $columns } sütunun { $matched } tanesi alan oldu
import-profile-schema = şemanın kendi başlıkları: { $columns } sütunun { $matched } tanesi alan oldu
import-rows = { $n } satır
import-totals = { $n } TOPLAM satırı atlandı
import-footers = { $n } dipnot satırı atlandı
import-as-of = dökümün günü { $day }
import-dropped-personal = kişisel
import-dropped-freetext = serbest metin
import-dropped-unknown = tanınmıyor, kişisel sayıldı
import-dropped-ignored = profilde gereksiz
import-repaired-letters = bozuk harf { $n }
import-repaired-spaces = boşluk { $n }
import-repaired-spelling = yazım { $n }
import-repaired-float = `1234.0` biçimi { $n }
import-repaired-serial = Excel gün sayısı { $n }
import-repaired-encoding = kodlama { $n }
import-merged-new = { $n } yeni
import-merged-same = { $n } aynı
import-merged-updated = { $n } güncellendi
import-merged-kept = { $n } depodaki kaldı
import-merged-repeated = { $n } yinelenen satır
import-written = { $path } ({ $n } satır)
import-written-many = { $folder } içinde { $count } dosya: { $first } … { $last } ({ $n } satır)
import-unchanged = { $path } ({ $n } satır, değişmedi)
import-nothing-new = Depodaki dosyalar güncel; değişen bir şey yok
import-refused-list = Geri çevrilen { $n } satır listelendi: { $path }
import-blocked = Hiçbir şey yazılmadı: { $counts }
import-blocked-rows = Eşlenemeyen satırları listeleyip kalanını yazmak için: --refused LİSTE.csv
import-list-header = dosya;satır;kayıt;alan;neden;değer
import-why-unknown = tanınmayan sözcük
import-why-ambiguous = iki kayda uyan sözcük
import-why-damaged = kaybolmuş harf
import-why-lost-digits = kısaltılmış sayı
import-why-day-for-number = güne çevrilmiş sayı
import-why-personal = kişisel veriye benziyor
import-why-date = anlaşılmayan tarih
import-why-number = anlaşılmayan sayı
import-why-ambiguous-number = iki türlü okunan sayı
import-why-boolean = evet mi hayır mı belirsiz
import-why-range = sınır dışı
import-why-required = zorunlu hücre boş
import-why-shifted = kaymış satır
import-why-ragged = eksik ya da fazla hücre
import-why-repeated = aynı numara iki kez
import-why-kept = depodaki kayıt daha yeni
import-why-day-gone = tarih geri gitti

cli-sample-raw = halk-masasi için ham döküm düzeni: sistem-masa, sistem-cozum ya da sistem-cagri
cli-sample-personal = Ham döküme uydurma kişisel sütunlar ekler
cli-sample-damage = Ham dökümün uğradığı bozulma; birkaç kez verilebilir (adları el kitabındadır)
cli-value-system = SİSTEM
cli-value-damage = BOZULMA
