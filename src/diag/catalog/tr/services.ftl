# Hizmetler, telefonlar ve iletişim bilgileri.

unknown-service = kayıtlı olmayan bir hizmet: `{ $code }`
    .hint = Hizmeti data/hizmetler altındaki dosyaya ekleyin ya da sayfadan `service` satırını çıkarın
    .hint-nearest = `{ $nearest }` yazın ya da hizmeti data/hizmetler altına ekleyin
    .explain =
        Bir hizmet sayfası, ön bilgisindeki `service` ile kayıttaki hizmetin kodunu söyler. Kim, ne ile, ne kadar sürede
        gibi bilgiler kayıttan gelir; kayıtta olmayan hizmetin sayfası yalnız sizin yazdığınızı gösterir ve yasal
        tablolara girmez.
duplicate-service = iki hizmetin kodu aynı: `{ $code }` (öteki: { $other })
    .hint = Birinin kodunu değiştirin
    .explain = Hizmetin kodu sayfasının adresidir ve değişmez; iki hizmet aynı kodu taşıyamaz. İkinci kayıt yok sayılır.
service-unregistered = hizmetler bölümündeki bu sayfa kayıtlı bir hizmetin sayfası değil
    .hint = Ön bilgisine `service: kod` yazın; hizmet anlatmıyorsa `kind: rehber` ekleyin
    .explain =
        Hizmetler bölümündeki her sayfanın bilgileri data/hizmetler kaydından gelir; böylece sayfa, hizmet standartları
        tablosu ve hizmet envanteri aynı şeyi söyler. Rehber gibi hizmet olmayan bir sayfa bunu `kind` ile söyler.
service-without-page = hizmetin sayfası yok: `{ $code }`
    .hint = Bir hizmetler bölümü açın: index.md içinde `section` altına `kind: hizmet` yazın
    .explain =
        Kayıttaki her hizmetin bir sayfası olur; yazılmış sayfası yoksa türü `hizmet` olan bölümde kendiliğinden
        oluşturulur. Böyle bir bölüm yoksa hizmet yalnız yasal tablolarda görünür.
service-incomplete = hizmetin bilgileri eksik: `{ $code }`: { $keys }
    .hint = Belediyenin doğruladığı bilgileri yazın; doğrulanmayanı boş bırakın
    .explain =
        Hizmet standartları tablosunun (Ek-2) ve hizmet envanterinin (Ek-1) sütunları yönetmelikle belirlenmiştir
        (2009/15169 sayılı karar). Boş sütun tabloda çizgi, sayfada "henüz girilmedi" olarak görünür. Bu bir
        hatırlatmadır, yayını durdurmaz.
unclear-duration = süreden sayı ve birim çıkarılamadı: `{ $value }`
    .hint = Süreyi sayı ve birimle yazın: `15 iş günü`, `2 saat`, `anında`
    .explain =
        Süre, yurttaşa verilmiş bir sözdür: sayı ve birimle yazılır (dakika, saat, gün, iş günü, hafta, ay). `15-30 gün`,
        `15 gün + 5 gün`, `anında` ve `değişken` de anlaşılır. Başka sözler yazıldığı gibi gösterilir.
bad-fee = ücret anlaşılmadı: `{ $value }`
    .hint = Tutarı para birimiyle yazın: `1.250,00 TL`; ücret yoksa `ücretsiz`, meclis tarifesindeyse `tarife`
    .explain =
        Ücret ya bir tutardır (`1.250,00 TL`), ya `ücretsiz`, ya da `tarife`: belediye meclisinin o yıl için belirlediği
        tutar. Birden çok kalem varsa liste yazılır: `- (ad, tutar)`. Doğrulanmamış ücret hiç yazılmaz.
unreachable-contact = rehberdeki işe nasıl ulaşılacağı yazmıyor: `{ $task }`
    .hint = Telefon, dahili, e-posta ya da hizmet sayfası yazın; yoksa kaydı çıkarın
    .explain =
        Rehber, yurttaşa bir yol göstermelidir: telefon, e-posta, KEP ya da işin hizmet sayfası. Dahili numara, ancak
        kayıtta telefon ya da `site.yaml` içinde santralın numarası (`municipality.phone`) varsa işe yarar.
personal-contact = bu bir görevin değil, bir kişinin iletişim bilgisi
    .hint = Yerine müdürlüğün ya da santralın bilgisini yazın
    .hint-phone = Cep telefonu yerine müdürlüğün sabit telefonunu ya da santral ve dahiliyi yazın
    .hint-email = Belediyenin kendi adresini yazın (`bel.tr`, `gov.tr`, `kep.tr`)
    .hint-person = Kişi adı taşımayan bir adres yazın: `zabita@…`, `yazi.isleri@…`
    .explain =
        Burada yazılan herkese açıktır. Personelin cep telefonu, özel posta kutusu ve adını taşıyan adresi kişisel veridir
        (6698 sayılı Kanun); yurttaş göreve ulaşmalıdır, kişiye değil. Değer bu yüzden iletide de gösterilmez.
