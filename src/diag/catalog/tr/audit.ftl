# Bitmiş sayfaların denetimi (tellal audit).
wrong-language = metin `{ $language }` dilinde diye işaretlenmiş, ama `{ $seems }` gibi görünüyor: { $text }
    .hint = işaretleyin: sayfanın ya da bu bölümün `lang` değerini metnin diline göre yazın; Markdown içinde `[metin]{"{"}lang=en{"}"}`
    .explain =
        Ekran okuyucu metni `lang` değerindeki dilin sesiyle okur; yanlış dil metni anlaşılmaz yapar (WCAG 2.2, 3.1.1 ve 3.1.2).
        Sayfanın dili <html lang>, içindeki başka dilde bölümler kendi `lang` değeriyle belirtilir.
page-without-title = sayfada `{ $element }` yok, boş ya da birden çok
    .hint = yazın: her sayfanın bir <title> değeri ve tek bir birinci düzey başlığı olur
    .explain =
        Sekme adı ve birinci düzey başlık, nerede olduğunuzu söyleyen ilk şeydir (WCAG 2.2, 2.4.2 ve 1.3.1).
skipped-heading = başlık düzeyi atlanmış, { $from } başlığından sonra { $to }: { $text }
    .hint = düzeltin: başlığı bir üst düzeye alın ya da aradaki başlığı yazın
    .explain =
        Başlıktan başlığa ilerleyen biri, atlanan düzeyde bir bölüm olduğunu sanır ve onu arar (WCAG 2.2, 1.3.1 ve 2.4.6).
same-link-words = iki bağlantı aynı şeyi söylüyor ama başka yere gidiyor: `{ $text }` → { $target }, { $other }
    .hint = ayırın: bağlantının metnine gittiği yeri ayıran bir söz ekleyin; gerekirse yalnız ekran okuyucuya görünen bir söz
    .explain =
        Bağlantılar çoğu zaman liste olarak dinlenir. Listede beş kez “PDF” duyan kişi hangisinin hangi belge olduğunu bilemez
        (WCAG 2.2, 2.4.4). “PDF: 2026 faaliyet raporu” yazın.
nameless-control = adı olmayan { $element }
    .hint = adlandırın: içine metin yazın, resmine alternatif metin ya da öğeye aria-label verin
    .explain =
        Ekran okuyucu adı olmayan bir bağlantı ya da düğme için yalnız “bağlantı” ya da “düğme” der; nereye gittiği, ne yaptığı
        bilinmez (WCAG 2.2, 2.4.4 ve 4.1.2).
graphic-without-alternative = { $element } görselinin metin karşılığı yok ya da bir şey söylemiyor: `{ $text }`
    .hint = yazın: görselin ne anlattığını bir cümleyle söyleyin; yalnız süsse aria-hidden ya da boş alt verin
    .explain =
        Görseli göremeyen kişi onun yerine metin karşılığını duyar (WCAG 2.2, 1.1.1). “Grafik” ya da dosya adı bir şey anlatmaz;
        “Aylara göre başvuru sayısı, Mart’ta 412 ile en yüksek” anlatır. Grafiğin yanında tablosu da bulunmalıdır.
table-without-headers = tabloda başlık hücresi yok: { $text }
    .hint = işaretleyin: başlık hücrelerini <th scope> ile yazın
    .explain =
        Tablo hücre hücre dinlenirken her hücreyle birlikte başlığı okunur. Başlık hücresi yoksa yalnız sayılar duyulur
        (WCAG 2.2, 1.3.1).
table-without-caption = tablonun adı yok: { $text }
    .hint = yazın: tabloya <caption> ya da aria-labelledby ile ad verin
    .explain =
        Sayfadaki tablolar adlarıyla listelenir; adı olmayan tablonun neyin tablosu olduğu bilinmez (WCAG 2.2, 1.3.1).
wrong-case = Türkçe sözcük yanlış büyütülmüş ya da küçültülmüş: `{ $word }`
    .hint = düzeltin: i harfinin büyüğü İ, ı harfinin büyüğü I’dır; İngilizce sözcükse dilini belirtin
    .explain =
        Türkçe bilmeyen programlar “istanbul” sözcüğünü ISTANBUL, “İZMİR” sözcüğünü birleşik noktalı “i̇zmi̇r” yapar. Arama bunları
        bulamaz, ekran okuyucu başka bir sözcük okur (WCAG 2.2, 3.1.1).
unexplained-sign = sayfa bu işareti açıklamıyor: `{ $sign }`
    .hint = açıklayın: tablonun altına işaretin ne demek olduğunu yazın, örneğin `{ $sign } …`
    .explain =
        Yıldız, hançer ya da [c] gibi işaretler açıklanmadıkça bir şey anlatmaz; ekran okuyucu çoğunu hiç okumaz
        (WCAG 2.2, 1.3.3 ve 3.3.2).
repeated-id = sayfada aynı kimlik iki kez: `{ $id }`
    .hint = değiştirin: her kimlik sayfada bir kez bulunur
    .explain =
        Etiketler, açıklamalar ve sayfa içi bağlantılar kimliğe göre bağlanır; iki öğenin kimliği aynıysa hepsi ilkine gider
        (WCAG 2.2, 1.3.1 ve 4.1.2).
