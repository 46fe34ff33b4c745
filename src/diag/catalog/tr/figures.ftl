# Göstergeler: figures.yaml, SQL, gizlilik ve sayfaların sordukları.

duplicate-figure = bu adla bir gösterge daha var: `{ $id }`, ilki { $other }
    .hint = Göstergelerden birinin adını değiştirin ya da birini silin
    .explain =
        Sayfalar göstergeyi adıyla anar; bir ad bütün depoda tek bir göstergenindir. İki gösterge aynı adı taşırsa
        sayfada hangisinin çıkacağı belli olmaz.

figure-touches-private = `{ $id }` göstergesi yurttaşa kapalı bir sütuna dokunuyor: { $dataset }.{ $column }
    .hint = Sütunu sorgudan çıkarın ya da göstergeyi `audience: internal` ile yalnız iç siteye bırakın
    .hint-disclose = `disclose` ile sütunların görevini yazın ya da `audience: public` satırını silin
    .explain =
        Personel adı, seri no, IP adresi gibi sütunlar (`staff`, `secret`) ve yurttaşın kişisel bilgileri (`personal`)
        yurttaşa açık hiçbir göstergenin hesabına giremez; süzme ve sıralama için de kullanılamaz. `internal` sütunlar
        yalnız `disclose` kuralıyla, sayılara dönüşmüş olarak açılabilir.

bad-sql =
    { $kind ->
        [table] sorgudaki tablo yok: `{ $name }`
        [column] sorgudaki sütun yok: `{ $name }`
        [read-only] sorgu yalnız okuyabilir: `SELECT` ya da `WITH` ile başlamalı, tek deyim olmalı
        [list] `{ $name }` sütununun her satırında tek değer değil, bir liste çıkıyor
        [syntax] sorgunun yazımı anlaşılmadı, `{ $name }` yakınında
        [function] SQL'de böyle bir işlev yok: `{ $name }`
        [conversion] `{ $name }` sütunundaki bazı değerler istenen türe çevrilemiyor
        [engine] sorgu hesaplanamadı
       *[other] sorgu çalışmadı: { $name }
    }
    .hint = Sorguyu düzeltin; `tellal query` ile deneyebilirsiniz
    .hint-nearest = `{ $nearest }` yazmayı deneyin
    .hint-list = Sütunu `GROUP BY` içine yazın ya da bir toplama işlevi kullanın: `count`, `sum`, `avg`
    .explain =
        Göstergeler `SELECT` ile başlayan SQL sorgularıdır. Tablolar `data/` altındaki veri kümeleri ve kütüklerdir;
        addaki tire alt çizgi olur: `halk-masasi` → `halk_masasi`. Her tarih sütununun ayı ve yılı da vardır:
        `basvuru_tarihi_ay` (2026-07), `basvuru_tarihi_yil` (2026). Kişisel sütunlar hiçbir tabloda yoktur.

unknown-column = `{ $id }` göstergesinde böyle bir sütun yok: `{ $column }`
    .hint = Sorgunun sonucundaki sütunlardan birini yazın: { $known }
    .hint-nearest = `{ $nearest }` yazın
    .explain =
        `chart`, `disclose`, `columns` ve sayfalardaki dilimler (`chart:kimlik?birim=…`) sorgunun sonucundaki sütunları
        anar: `count(*) AS basvuru` yazıldıysa sütunun adı `basvuru` olur.

undisclosed-column = `{ $id }` göstergesi yurttaşa açık ama `{ $column }` sütununun görevi yazılmamış
    .hint = Sütunu `disclose` içinde `counts`, `by` ya da `stats` altında bir kez yazın
    .explain =
        Yurttaşa açık bir göstergede her sütunun ne olduğu bilinmelidir: kişi sayan sütunlar (`counts`) yuvarlanır ve
        küçükse gizlenir, ölçüler (`stats`) yalnız yeterli kayıt varsa gösterilir, kırılımlar (`by`) olduğu gibi
        kalır. Görevi yazılmamış bir sütun, gizlenmesi gereken bir sayıyı açık edebilirdi.

no-such-row = `{ $id }` göstergesinde `{ $column }` değeri `{ $value }` olan satır yok
    .hint = Değeri verideki yazımıyla yazın: birim ve mahallelerde kod, aylarda `2026-07`
    .explain =
        Sayfa göstergenin bir dilimini istiyor ama dilimin değeri göstergede hiç geçmiyor; çoğu zaman kod yerine ad
        yazılmıştır. Kütükte bulunan bir kod ya da doğru yazılmış bir ay, hiç satırı olmasa da kabul edilir.

not-one-number = `{ $id }` göstergesinden tek bir sayı istendi, { $rows } satır ve { $columns } sayı sütunu var
    .hint = Dilimi tek satıra indirin (`number:kimlik?ay=2026-07`) ve gerekirse `sutun=` ile sütunu seçin
    .explain =
        Metin içindeki sayı tek bir hücredir. Dilim birden çok satır bırakıyorsa ya da göstergede hiç sayı sütunu
        yoksa hangi sayının yazılacağı bilinemez.

bad-geometry = sınırlar okunamıyor: { $cause }
    .hint = Dosyayı GeoJSON olarak, her alanın `properties.kod` değeriyle yeniden dışa aktarın
    .hint-projected = Koordinatları metre değil derece (WGS 84, EPSG:4326) olarak dışa aktarın
    .hint-unknown = `kod` değerini data/mahalleler/mahalleler.yaml dosyasındakiyle aynı yazın
    .explain =
        `data/mahalleler/sinirlar.geojson` mahallelerin sınırlarını tutar; `map` grafikleri bunlarla çizilir. Dosya yoksa
        aynı sayılar yatay çubuklarla gösterilir.

cause-json = JSON yazımı burada bozuk
cause-geojson = burada GeoJSON'un istediği bir alan yok ya da türü başka
