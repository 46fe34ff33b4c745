# Veri: CSV ve XLSX dosyaları, şemalar, kayıtlar.

sep-line = ilk satır `sep=` satırı; başlık sayılmadı
    .hint = Bir şey yapmanız gerekmez; dilerseniz satırı silin
    .explain =
        Excel, ayırıcıyı belirtmek için dosyanın başına `sep=;` yazar. Bu satır başlık ya da veri değildir; ayırıcı
        ondan alınır, satır atlanır.

total-row = TOPLAM satırı atlandı
    .hint = Toplam satırını dosyadan silin
    .explain =
        Dışa aktarılan listelerin sonunda çoğu zaman bir TOPLAM satırı bulunur. O satır bir kayıt değildir; sayılsaydı
        bütün toplamlar iki katına çıkardı. Toplamları göstergeler hesaplar.

repeated-header = başlık satırı yineleniyor; kayıt sayılmadı
    .hint = Bu başlık satırını dosyadan silin
    .explain =
        İki döküm uç uca eklenince ikincinin başlığı dosyanın ortasında kalır. O satır bir kayıt değildir, atlandı. İki
        parçanın aynı kayıtları içermediğini denetleyin.

ragged-row = satırda { $found } hücre var, başlıkta { $expected } sütun
    .hint = Eksik ya da fazla ayırıcıyı düzeltin; içinde ayırıcı geçen metni çift tırnağa alın
    .hint-quote = Satır birkaç satıra yayılıyor: kapanmamış bir çift tırnak arayın ve kapatın
    .explain =
        Her satırda başlıktaki kadar hücre olmalıdır. Eksik hücreli bir satırda değerler yanlış sütuna düşebilir; bu
        yüzden satır okunmadı. Çoğu zaman nedeni, içinde noktalı virgül geçen ve tırnağa alınmamış bir metindir.

unclosed-quote = burada açılan çift tırnak dosyanın sonuna kadar kapanmıyor
    .hint = Bu satırda açılan çift tırnağı kapatın ya da silin
    .explain =
        Çift tırnakla başlayan bir hücre, kapanan tırnağa kadar sürer; satır sonları da hücrenin içinde sayılır. Tırnak
        kapanmazsa dosyanın kalanı tek hücre olur. Hücrenin içindeki tırnak iki kez yazılır: "5"" boru".

stray-quote = hücrenin içinde tek başına bir çift tırnak var
    .hint = İçerideki tırnağı iki kez yazın: "Atatürk ""Gazi"" Caddesi"
    .explain =
        Tırnağa alınmış bir hücrenin içindeki çift tırnak iki kez yazılmalıdır. Tek yazılırsa hücrenin nerede bittiği
        belirsizleşir ve değer sessizce değişir.

record-too-long = { $limit } sınırını aşan bir kayıt var; dosyanın kalanı okunmadı
    .hint = Kapanmamış çift tırnağı düzeltin ya da dosyanın gerçekten bir CSV olduğunu denetleyin
    .explain =
        Hiçbir kayıt bu kadar uzun olmaz. Ya bir çift tırnak kapanmamıştır ya da dosya başka türden bir dosyadır.

nul-byte = dosyada NUL baytı var
    .hint = Dosyayı yeniden dışa aktarın ve CSV olarak kaydedin
    .explain =
        Metin dosyasında sıfır değerli bayt bulunmaz. Dosya yarım yazılmış, bozulmuş ya da imsiz UTF-16 ile kaydedilmiş
        olabilir.

file-cut-off = dosya bir harfin ortasında bitiyor
    .hint = Dosyayı kaynağından yeniden, bütün olarak alın
    .explain =
        Dosyanın son harfinin baytları eksik: kopyalama ya da indirme yarıda kesilmiş olabilir. Sonundaki satırların da eksik
        olup olmadığı bilinemez; bu yüzden dosya kullanılmaz.

mixed-encoding = hücrenin kodlaması dosyanınkinden farklı
    .hint = Dosyayı tek kodlamayla yeniden kaydedin; iki dosyayı uç uca eklediyseniz önce ikisini de UTF-8 yapın
    .explain =
        Dosyanın bir bölümü UTF-8, bir bölümü Windows-1254. Bu, çoğu zaman ayrı programlardan çıkan iki dosya uç uca
        eklenince olur. Hücre kendi baytlarına göre okundu; ama böyle bir dosyada hangi harfin doğru olduğu bilinemez.

damaged-text = metin bozulmuş görünüyor: `{ $value }`
    .hint = Dosyayı kaynağından doğru kodlamayla yeniden alın
    .hint-repaired = `{ $repaired }` yazın ya da dosyayı doğru kodlamayla yeniden alın
    .explain =
        `ÞÝÞLÝ`, `Ä°lçe` gibi yazımlar, metnin bir kez yanlış kodlamayla okunup öyle kaydedildiğini gösterir. Düzeltilmezse
        aynı birim iki ayrı adla sayılır.

no-header = dosyada tanınan bir başlık satırı yok
    .hint = İlk satıra sütun adlarını yazın ya da boş dosyayı silin
    .hint-unknown = Sütun adlarının bulunduğu satırı ekleyin (beklenenler: { $expected }) ya da doğru dosyayı koyun
    .explain =
        Sütunlar adlarından tanınır; sırasına göre tahmin edilmez. Başlık satırından önce en çok otuz satırlık bir
        bölümde belge başlığı bulunabilir.

bad-workbook = Excel dosyası okunamadı: { $cause }
    .hint = Dosyayı Excel'de açıp parolasız bir .xlsx olarak yeniden kaydedin; CSV dosyasıysa uzantısını .csv yapın
    .hint-sheet = Şemadaki `sheet: { $wanted }` değerini dosyadaki sayfalardan birinin adıyla değiştirin: { $there }
    .explain =
        Yalnız .xlsx dosyaları okunur; eski .xls ve parolalı dosyalar okunmaz. Şemada `sheet` yazıyorsa dosyada o adda
        bir sayfa olmalıdır.

cell-error = hücrede bir Excel hatası var
    .hint = Excel'de formülü düzeltin ve dosyayı yeniden kaydedin
    .hint-uncomputed = Dosyayı Excel'de açıp yeniden kaydedin: hücrede formül var, hesaplanmış değeri dosyada yok
    .explain =
        #YOK, #BAŞV!, #SAYI/0! gibi bir hücre değer değildir. Boş sayılsaydı eksik bilgi fark edilmezdi.

merged-cells = hücreler birleştirilmiş: { $rows } satırın değeri yalnız ilkinde var, ötekiler boş okundu
    .hint = Excel'de hücreleri ayırıp değeri her satıra yazın
    .explain =
        Birleştirilmiş hücrede değer dosyada yalnız sol üst hücrede durur. Ekranda bütün satırlara aitmiş gibi görünür, ama öteki
        satırlarda değer yoktur ve tahmin edilmez.

no-data-files = veri kümesinin dosyası yok: { $files }
    .hint = Klasöre dosyaları ekleyin ya da `files` kalıbını düzeltin
    .explain =
        Şemadaki `files` kalıbına uyan bir dosya bulunamadı. Göstergeler boş tablodan hesaplanır.

duplicate-dataset = iki veri kümesinin adı aynı: `{ $name }` ({ $first })
    .hint = Birinin `name` değerini değiştirin
    .explain =
        SQL'de tablolar adlarıyla anılır; aynı ad iki klasörde kullanılamaz. `birimler` ve `mahalleler` adları kayıtlara
        ayrılmıştır.

bad-schema = { $why ->
        [twice] `{ $name }` alanı iki kez tanımlanmış
        [public-text] `{ $name }` serbest metindir, sınıfı `public` olamaz
        [empty-enum] `{ $name }` alanının değer listesi (`constraints: {"{"}enum: […]{"}"}`) yok
        [no-field] `{ $name }` adında okunan bir alan yok
        [personal-key] `{ $name }` kişisel veridir, birincil anahtar (`primaryKey`) olamaz
        [no-dataset] `{ $name }` adında bir veri kümesi ya da kayıt yok
       *[key-length] `{ $name }` anahtarının iki yanında farklı sayıda alan var
    }
    .hint = Şemayı (`dataset.yaml`) bu satırda düzeltin
    .explain =
        Şema kendi içinde tutarlı olmalıdır: alan adları tektir; anahtarlar var olan alanları gösterir; numaralı
        değerlerin listesi verilir. Serbest metin (`text`) kişisel bilgi içerebileceği için hiçbir zaman yayımlanmaz.

protected-key = birincil anahtardaki `{ $name }` alanı korunan bir sınıfta (`secret` ya da `staff`)
    .hint = Satırı kişiye ya da cihaza bağlamayan bir kayıt numarası varsa onu anahtar yapın
    .explain =
        Anahtar, bir satırı tek başına gösterir. Korunan bir alan anahtar olursa aynı satırı iki kez içeren dosyada hangi
        kaydın tekrarlandığı gösterilemez ve başka veri kümeleri bu alanı taşımak zorunda kalır. Yayımlanan hiçbir rakam
        bu alana bakamaz.

personal-column = kişisel veri sütunu depoda: `{ $name }`
    .hint = Sütunu dosyadan silin (`tellal import` ile alınan dosyada bulunmaz) ve git geçmişinden temizletin
    .explain =
        Yurttaşların adı, kimlik numarası, telefonu, adresi ve serbest metinleri bu depoya girmez (6698 sayılı Kanun).
        Sütun okunmadı; ama dosyada durması da bir ihlaldir ve git geçmişinde kalır. Veri sorumlusuna haber verin.

undeclared-column = şemada olmayan sütun: `{ $name }`; kişisel sayıldı ve okunmadı
    .hint = Sütunu şemaya sınıfıyla (`class`) yazın ya da dosyadan silin
    .hint-nearest = Sütun `{ $nearest }` ise başlığını o alanın `headers` listesine ekleyin; değilse dosyadan silin
    .explain =
        Ne olduğu yazılmamış bir sütun kişisel veri sayılır. Böylece kaynaktaki program yeni bir sütun eklediğinde o
        sütun kendiliğinden siteye giremez.

missing-column = dosyada `{ $name }` sütunu yok (beklenen başlık: `{ $header }`)
    .hint = Sütunu ekleyin ya da dosyadaki başlığı alanın `headers` listesine yazın
    .explain =
        Şemadaki bir alan bu dosyada bulunamadı. Zorunlu alanlarda ve anahtarlarda bu bir hatadır; ötekilerde hücreler
        boş sayılır.

duplicate-column = `{ $name }` sütunu da `{ $field }` alanına karşılık geliyor
    .hint = Sütunlardan birini silin ya da birinin başlığını `headers` listesinden çıkarın
    .explain =
        Aynı alana karşılık gelen iki sütun var; hangisinin doğru olduğu bilinemez. İlk sütun okundu.

empty-cell = zorunlu hücre boş
    .hint = Hücreyi doldurun ya da şemada `required` kısıtını kaldırın
    .hint-key = Hücreyi doldurun: birincil anahtarı (`primaryKey`) olmayan bir kayıt ötekilerden ayrılamaz
    .explain =
        Alan zorunlu tanımlanmış, ama bu satırda değeri yok.

bad-number = sayı değil: `{ $value }`
    .hint = Hücreye yalnız sayıyı yazın: 1.234,50
    .hint-scientific = Excel'de sütunu Sayı ya da Metin olarak biçimleyip yeniden kaydedin: bilimsel gösterim basamakları yitirir
    .hint-currency = Para birimini silin ya da tutar tutan sütunun türünü şemada `type: money` yapın
    .hint-separators = Noktalar binlikleri üçer üçer ayırır, virgül ondalığı başlatır (1.234,50); dosya başka türlü yazıyorsa şemada `format` ile bildirin
    .explain =
        Sayılar Türkçe yazımla (1.234,50) ya da şemada `format` ile bildirilen yazımla okunur. Bilimsel gösterim
        (1E+05) sayının basamaklarını yitirdiği için kabul edilmez.

ambiguous-number = belirsiz sayı: `{ $value }`
    .hint = Sütunun yazımını şemaya yazın: `format: tr` (1.234 = bin iki yüz otuz dört) ya da `format: plain`
    .explain =
        `1.234` hem bin iki yüz otuz dört hem de bir virgül iki yüz otuz dört olabilir. Tahmin edilmez: şemada sütunun
        hangi yazımı kullandığı bir kez yazılır.

bad-date = tarih değil: `{ $value }`
    .hint = Tarihi gün.ay.yıl olarak yazın: 31.01.2026
    .hint-day = Takvimde olmayan günü düzeltin: o ayda böyle bir gün yok
    .hint-month = Ayı düzeltin: 1 ile 12 arasında olmalı; gün ile ay yer değiştirmiş olabilir
    .hint-year = Yılı dört basamakla yazın: 2026
    .hint-whole = Tarihi eksiksiz yazın: günü, ayı ve yılıyla, 31.01.2026
    .hint-time = Saati düzeltin: 00:00 ile 23:59 arasında olmalı
    .hint-serial = Excel'de sütunu Tarih olarak biçimleyip dosyayı yeniden kaydedin: hücrede tarih değil, Excel'in gün sayısı var
    .explain =
        Tarihler gün önce yazılarak okunur. 31.02 gibi takvimde olmayan günler, iki basamaklı yıllar ve günü yazılmamış
        tarihler kabul edilmez.

bad-boolean = evet ya da hayır değil: `{ $value }`
    .hint = Evet ya da Hayır yazın
    .explain =
        Kabul edilen yazımlar: Evet/Hayır, E/H, Var/Yok, 1/0, true/false ve evet yerine X.

unknown-value = listede olmayan değer: `{ $value }`
    .hint = Değeri düzeltin ya da şemadaki listeye ekleyin
    .hint-nearest = `{ $nearest }` yazın ya da bu yazımı takma ad olarak ekleyin
    .explain =
        Alanın alabileceği değerler şemada ya da bir kayıtta bellidir. Büyük-küçük harf ve Türkçe karakter farkı
        sorun değildir; başka yazımlar `values` ile ya da takma ad dosyasıyla tanıtılır.

out-of-range = değer sınırların ya da kalıbın dışında: `{ $value }` ({ $limits })
    .hint = Değeri düzeltin ya da şemadaki kısıtı değiştirin
    .explain =
        Şemada bu alan için en küçük ya da en büyük değer veya bir yazım kalıbı (`pattern`) verilmiş; hücre ona uymuyor.

duplicate-key = { $first ->
        [unique] tekrarsız olması gereken değer iki kez: `{ $key }`
       *[other] aynı anahtar iki kez: `{ $key }` (ilki { $first })
    }
    .hint = Kayıtlardan birini silin; aynı ay iki dosyada varsa dosyalardan birini kaldırın
    .hint-entry = Kayıtlardan birini silin ya da kodunu değiştirin
    .explain =
        Anahtar, bir kaydı ötekilerden ayırır; veri kümesinin bütün dosyalarında bir kez geçer. Aynı kayıt iki kez
        bulunursa sayılar şişer.

broken-reference = `{ $resource }` içinde böyle bir kayıt yok: `{ $value }`
    .hint = Değeri düzeltin ya da eksik kaydı `{ $resource }` dosyalarına ekleyin
    .explain =
        Bu sütun başka bir veri kümesinin anahtarını gösterir; gösterdiği kayıt orada bulunmalıdır.

not-valid-then = `{ $value }` kaydın gününde ({ $day }) geçerli değildi
    .hint = Kaydın tarihini ya da kayıttaki başlangıç ve bitiş günlerini düzeltin
    .explain =
        Birimler kurulur ve kapanır, mahalleler belediyeye katılır. Kaydın günü, gösterdiği birimin ya da mahallenin
        geçerli olduğu günlerin dışında kalıyor.

more-of-the-same = aynı türden ({ $code }) { $count } satırda daha
    .hint = Önce yukarıdaki örnekleri düzeltin, sonra yeniden denetleyin
    .explain =
        Bir dosyanın bir sütununda aynı türden yalnız ilk yirmi hata tek tek gösterilir; kalanların sayısı verilir.

cause-workbook-empty = dosya boş
cause-workbook-old = eski bir .xls dosyası ya da parolalı
cause-workbook-damaged = dosya bozuk ya da yarım kalmış
cause-workbook-none = içeriği .xlsx değil
cause-workbook-sheet = aranan çalışma sayfası dosyada yok
