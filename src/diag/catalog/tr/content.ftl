# Sayfalar: ön bilgi (front matter), YAML ve Markdown.

bad-yaml = YAML okunamadı: { $cause }
    .hint = Bu satırın girintisini, iki noktasını ve tırnaklarını düzeltin
    .hint-colon = Değeri çift tırnağa alın (`title: "Duyuru: su kesintisi"`) ya da satırın girintisini düzeltin
    .hint-tab = Satırın başındaki sekmeyi silip boşlukla girintileyin
    .hint-close = Tırnağı ya da ayracı kapatın; bu satırda değilse yukarıdaki satırlarda arayın
    .hint-mark = Değeri çift tırnağa alın (`title: "*önemli*"`); görünmez karakter varsa silin
    .hint-space = İki noktadan sonra bir boşluk bırakın: `title: Duyuru`
    .hint-escape = Tek tırnak kullanın: `'C:\Belediye'`
    .hint-empty = Değeri yazın ya da satırı silin
    .explain =
        YAML girintiye dayanır: boşluk kullanılır, sekme (Tab) kullanılmaz; iki noktadan sonra bir boşluk gelir; içinde
        iki nokta, # ya da tırnak bulunan değerler tırnak içine alınır: `title: "Duyuru: su kesintisi"`. Kendini
        içeren ya da aşırı büyüyen takma adlar (& ve *) reddedilir.

unknown-key = bilinmeyen anahtar: `{ $key }`
    .hint = Anahtarı silin ya da yazımını düzeltin
    .hint-nearest = `{ $nearest }` yazın ya da anahtarı silin
    .explain =
        Bu dosyada böyle bir anahtar tanımlı değil; çoğu zaman bir yazım yanlışıdır. Tanınmayan anahtarlar sessizce
        geçilmez: `expries` yazılan bir duyuru hiç yayından kalkmazdı.

missing-key = zorunlu anahtar yok: `{ $key }`
    .hint = `{ $key }` anahtarını ekleyin
    .explain =
        Bu dosyada bu anahtar bulunmak zorundadır. Örneğin her sayfanın bir başlığı (`title`) vardır: sayfa listelerde,
        aramada ve tarayıcı sekmesinde onunla görünür.

bad-value = `{ $key }` değeri uygun değil: `{ $value }`, beklenen: { $expected }
    .hint = Değeri beklenen biçimde yazın: { $expected }
    .explain =
        Anahtar doğru, değeri değil. Tarihler `2026-07-01` biçiminde yazılır; evet/hayır değerleri `true` ya da
        `false` olur; listeler köşeli ayraç içinde ya da alt alta tire ile yazılır.

alert-unclear = { $kind ->
        [level] uyarının düzeyi anlaşılmadı: `{ $value }`; acil olarak gösterilir
        [no-start] uyarıda `baslangic` yok; bugünden başlayarak gösterilir
        [start] uyarının ilk günü anlaşılmadı: `{ $value }`; bugünden başlayarak gösterilir
        [start-after] uyarı bitişinden ({ $value }) sonra başlıyor ({ $day }); bugünden bitişine kadar gösterilir
        [no-end] uyarıda `bitis` yok; en son { $day } günü gösterilir
        [open-end] uyarıda `bitis` yok; dosyadan silinene kadar gösterilir
        [end] uyarının son günü anlaşılmadı: `{ $value }`; dosyadan silinene kadar gösterilir
        [end-before] uyarı başlangıcından ({ $day }) önce bitiyor ({ $value }); dosyadan silinene kadar gösterilir
        [link] uyarının bağlantısı bir adres değil: `{ $value }`; bağlantısız gösterilir
        [lost-link] uyarının gittiği sayfa yayımda yok: `{ $value }`; bağlantısız gösterilir
       *[long] uyarının metni uzun: { $value } harf, en çok { $most } olmalı; olduğu gibi gösterilir
    }
    .hint = Adresi düzeltin ya da sayfa yayımlanınca uyarıyı yeniden yayımlayın
    .hint-nearest = `{ $nearest }` yazın ya da bağlantıyı kaldırın
    .hint-level = `duzey` için acil, uyari ya da bilgi yazın
    .hint-start = İlk günü `baslangic: 2026-11-22` biçiminde yazın
    .hint-end = Son günü `bitis: 2026-11-25` biçiminde yazın
    .hint-link = / ile başlayan bir sayfa adresi ya da https:// ile başlayan bir adres yazın
    .hint-long = Metni kısaltın; ayrıntıyı bir sayfaya yazıp `baglanti` ile gösterin
    .explain =
        Uyarı beklemez: `metin` okunabiliyorsa uyarı yayımlanır. Bağlantısı kopuksa bağlantısız, düzeyi anlaşılmıyorsa acil
        olarak, ilk günü yoksa bugünden başlayarak gösterilir. Yalnız ilk günü yazılan uyarı yedi gün görünür; ilk günü de
        yazılmamışsa ya da son günü okunamıyorsa dosyadan silinene kadar görünür. Her derleme bunu yeniden söyler.

no-front-matter = { $kind ->
        [open] sayfanın ön bilgisi ilk satırda açılıyor, hiç kapanmıyor
       *[none] sayfanın ön bilgisi yok
    }
    .hint = Dosyanın başına `---` satırları arasında en az `title:` yazın
    .hint-open = Ön bilginin son satırından sonra, yalnız `---` bulunan bir satır ekleyin
    .explain =
        Her sayfa, iki `---` satırı arasında YAML ile yazılmış bir ön bilgiyle başlar: başlık, tarih, sorumlu birim.
        İlk `---` dosyanın ilk satırı olmalı, ikincisi unutulmamalıdır. `tellal new` doğru ön bilgiyle bir sayfa açar.

unknown-section = bilinmeyen bölüm: `{ $section }`
    .hint = Sayfayı bilinen bir bölüme taşıyın ya da klasöre `index.md` ekleyin
    .explain =
        Sayfalar bölüm klasörlerinde durur (duyurular, haberler, hizmetler…) ve her bölümün bir giriş sayfası
        (`index.md`) vardır. Girişi olmayan bir bölümün sayfalarına hiçbir yerden ulaşılamaz.

unknown-unit = birim kayıtlı değil: `{ $value }`
    .hint = Birimi data/birimler içindeki listeye ekleyin ya da adını düzeltin
    .hint-nearest = `{ $nearest }` yazın ya da bu yazım için bir takma ad ekleyin
    .explain =
        Birimler tek bir listede tutulur; sayfalar, veriler ve raporlar oradaki adı ya da kodu kullanır. Aynı birimin
        iki ayrı yazımı, sayıları iki ayrı birime böler. Eski ve kısa yazımlar takma ad olarak eklenir.

missing-alt = görselin metin karşılığı yok
    .hint = Köşeli ayraçların içine görselde ne olduğunu yazın: ![Belediye binası](bina.jpg)
    .hint-front = Görselde ne olduğunu `alt` ile yazın: {"{"}file: bina.jpg, alt: "Belediye binası"{"}"}
    .explain =
        Görseli göremeyen okur, metin karşılığını dinler (WCAG 2.2, 1.1.1). “Resim” ya da dosya adı yazmayın; görselin
        bu sayfada ne söylediğini bir cümleyle yazın. Hiçbir şey anlatmayan, yalnız süs olan bir görsel için bunu açıkça
        söyleyin: `![-](suslu-cizgi.png)`.

bad-picture = görsel okunamıyor: { $target } ({ $cause })
    .hint = Görseli bir resim programında açıp JPEG ya da PNG olarak yeniden kaydedin
    .hint-link = Görsel olmayan bir dosyaya bağlantı verin: başındaki ünlemi silip [sözcükler](dosya) yazın
    .explain =
        Sayfada gösterilecek dosya bir görsel olarak çözülemedi. JPEG, PNG, WebP ve GIF okunur; telefonların HEIC dosyaları,
        TIFF ve RAW okunmaz. 32 MB’tan büyük dosyalar açılmaz. Görseli açabilen bir programda JPEG olarak dışa aktarmak
        çoğu zaman yeter.

picture-ending = görselin uzantısı yanlış: { $target } aslında bir .{ $is } dosyası
    .hint = Dosyanın uzantısını .{ $is } yapın ve sayfadaki adını da değiştirin
    .explain =
        Dosyanın içeriği, adının söylediği türden değil. Bir görselin türü uzantısı değiştirilerek değişmez. Adını düzeltmek
        yeter; içeriği olduğu gibi kalır.

picture-too-large = görsel çok büyük: { $target }, { $width } × { $height } nokta
    .hint = Görseli küçültün: uzun kenarı en çok { $side } nokta, toplamı en çok { $millions } milyon nokta olsun
    .explain =
        Okunan görseller sınırlıdır: birkaç kilobaytlık bir dosya, belleği dolduracak büyüklükte bir görsel bildirebilir.
        Sayfalarda görseller en çok 1440 nokta genişlikte gösterilir; 2000 noktadan büyük bir kopya gereksizdir.

picture-cut-off = görsel yarım kalmış: { $target }
    .hint = Dosyayı kaynağından yeniden kopyalayın
    .explain =
        Dosya, görsel bitmeden bitiyor: aktarım ya da kayıt yarıda kesilmiş. Yarım bir görsel yayımlanmaz.

picture-unsafe = çizim, çizmekten fazlasını yapıyor: { $target } ({ $what })
    .hint = Çizimi betik, bağlantı, hareket ve dış dosya olmadan yeniden kaydedin ("düz SVG") ya da PNG olarak dışa aktarın
    .explain =
        SVG bir resimden çok bir belgedir: betik çalıştırabilir, başka sunuculara gidebilir, hareket edebilir. Yalnız çizen
        dosyalar yayımlanır. Inkscape'te "Düz SVG" olarak kaydetmek çoğu zaman yeter.

picture-moves = görsel hareketli: { $target }; yalnızca ilk karesi gösterilir
    .hint = Durağan bir görsel koyun ya da hareketi bir videoyla anlatın
    .explain =
        Kendiliğinden hareket eden ve durdurulamayan bir görsel, okumayı güçleştirir (WCAG 2.2, 2.2.2). Bu yüzden
        hareketli GIF, WebP ve PNG dosyalarının yalnızca ilk karesi yayımlanır.

picture-not-shown = görseli hiçbir sayfa göstermiyor: { $file }; yayımlanmadı
    .hint = Bir sayfada ![ne gösterdiği]({ $name }) yazın ya da dosyayı silin
    .explain =
        Görseller ancak bir sayfa onları gösterince yayımlanır: küçültülmüş, çekim yeri ve kişisel bilgileri silinmiş
        kopyaları sayfanın yanına konur. Dosyanın kendisi hiçbir zaman yayımlanmaz.

html-removed = Markdown içindeki HTML çıkarıldı: { $what }
    .hint = Aynı şeyi Markdown ile yazın
    .explain =
        Güvenlik için sayfalardaki HTML süzülür: betikler, çerçeveler, olay öznitelikleri ve biçem öznitelikleri
        çıkarılır. Bağlantı, tablo, dipnot ve vurgu için Markdown yeter; görünüm temanın işidir.

heading-level = { $kind ->
        [first] metnin içinde birinci düzeyden (#) bir başlık var
       *[other] başlık düzeyi atlanmış: { $previous }. düzeyden sonra { $level }. düzey geliyor
    }
    .hint = Başlık düzeylerini birer birer artırın ve metinde ikinci düzeyden (##) başlayın
    .hint-first = Başına bir # daha ekleyin: metindeki başlıklar ikinci düzeyden (##) başlar, birinci düzey sayfanın adıdır
    .hint-skipped = Düzeyleri birer birer artırın: başlığı bir düzey yukarı alın
    .explain =
        Ekran okuyucu kullananlar sayfada başlıklarla gezinir; atlanan bir düzey, eksik bir bölüm gibi duyulur. Sayfanın
        birinci düzey başlığı ön bilgideki `title` değeridir; metin ## ile başlar.

vague-link = bağlantının metni bir şey söylemiyor: `{ $text }`
    .hint = Bağlantıya gittiği yerin adını yazın
    .explain =
        “Tıklayınız” ve “buradan” gibi bağlantılar, bağlantı listesinde dinlenince hiçbir şey anlatmaz (WCAG 2.2, 2.4.4).
        “Başvuru formu için tıklayınız” yerine “Başvuru formu” yazıp onu bağlantı yapın.

repeated-key = `{ $key }` anahtarı iki kez yazılmış
    .hint = Birini silin
    .explain =
        Aynı anahtar aynı yerde iki kez yazılırsa hangisinin geçerli olduğu belli değildir. Sonuncuyu sessizce almak
        yerine yapı durur.

unknown-icon = temada `{ $name }` adında bir simge yok
    .hint = Temanın `simgeler.svg` dosyasındaki adlardan birini yazın
    .hint-nearest = `{ $nearest }` yazın ya da temanın `simgeler.svg` dosyasına bu adla bir simge ekleyin
    .explain =
        Ana sayfadaki işlerin simgeleri temanın `simgeler.svg` dosyasından gelir; simgenin adı oradaki `id` değeridir.
        Kullanılabilecek adlar el kitabının “Tema” sayfasındadır.

low-contrast = `{ $text }` rengi `{ $ground }` zemininde okunmuyor ({ $scheme }): karşıtlık { $ratio }, en az { $least } olmalı
    .hint = Yazının rengini koyulaştırın ya da zeminini açın; koyu temada tersini yapın
    .explain =
        Yazıyla zemini arasındaki karşıtlık, gözü zayıf olanın da güneşte telefona bakanın da okuyabileceği kadar olmalıdır
        (WCAG 2.2, ölçüt 1.4.3: en az 4,5; form alanlarının kenarında ve klavye odağında 1.4.11: en az 3). Hangi rengin
        hangi zeminde kullanıldığı temanın `renkler.yaml` dosyasındadır; `light` açık, `dark` koyu temadır.

unknown-theme = `{ $name }` adında bir tema yok
    .hint = `themes/{ $name }/` klasörünü ekleyin ya da `site.yaml` içindeki `theme:` değerini düzeltin
    .explain =
        Sitenin görünümü `themes/` altındaki bir klasörden gelir. `site.yaml` dosyasındaki `theme:` anahtarı o klasörün
        adıdır; böyle bir klasör yok ya da boş.
unknown-language = sitenin dilleri arasında `{ $language }` yok; bilinenler: { $known }
    .hint = ekleyin: site.yaml dosyasında `languages` listesine `{ $language }` yazın ya da dosyanın adından dil ekini kaldırın
    .explain =
        Dosya adındaki son iki nokta arasında duran iki ya da üç küçük harf sayfanın dilidir: su.en.md, su.md sayfasının
        İngilizcesidir ve /en/ altında yayımlanır. Dil site.yaml içindeki `languages` listesinde yoksa sayfanın menüsü ve sözleri
        o dilde kurulamaz.
sibling-without-original = bu sayfanın Türkçesi yok: `{ $original }` bulunamadı
    .hint = yazın: aynı klasöre Türkçe sayfayı ekleyin ya da dosyanın adını Türkçe sayfanınkine uydurun
    .explain =
        Başka dildeki bir sayfa, Türkçesinin yanında aynı adla durur: su.md ve su.en.md. Türkçesi olmayan bir sayfa yayımlanır,
        ama iki dil arasında geçiş bağlantısı olmaz ve tarihi, birimi, bölümü Türkçe sayfadan alınamaz.

review-due = sayfanın gözden geçirme günü geçti: { $date }
    .hint = Sayfayı gözden geçirin, sonra `review_by` gününü ileri alın
    .explain =
        Yazılan her şey eskir: ücretler, adresler, başvuru yolları. `review_by` günü geçen sayfaya birinin yeniden bakması
        gerekir. Sayfa yayında kalır; gün yurttaşa gösterilmez. `tellal sun` ile açılan masa sayfası bunları listeler.

missing-footnote = metinde olmayan bir dipnot anılıyor: `[^{ $name }]`
    .hint = Sayfanın sonuna `[^{ $name }]: …` satırıyla dipnotu yazın ya da anmayı silin
    .explain =
        Dipnot iki yerde yazılır: metinde `[^1]`, sayfanın sonunda `[^1]: dipnotun metni`. Karşılığı olmayan bir anma
        sayfada köşeli ayraçlarıyla, olduğu gibi görünür.

unused-footnote = dipnotu hiçbir yer anmıyor: `[^{ $name }]`; gösterilmedi
    .hint = Metinde dipnotun yerine `[^{ $name }]` yazın ya da dipnotu silin
    .explain =
        Dipnotlar, metinde anıldıkları sırayla sayfanın sonunda gösterilir. Anılmayan dipnot gösterilmez.

table-row = tablonun bu satırında { $cells } göze var, başlığında { $columns }
    .hint = Satırdaki gözeleri | ile ayırıp başlıktaki sayıya getirin; tablo bittiyse araya boş bir satır koyun
    .hint-more = Fazla gözeyi silin; bir gözenin içindeki | işaretini \| yazın
    .explain =
        Satırların göze sayısı başlığınkiyle aynı olmalıdır. Eksik gözeler boş kalır, fazlası hiç gösterilmez: okur yazdığınızın
        bir bölümünü görmez. Tablonun hemen altına, boş satır bırakmadan yazılan metin de tablonun bir satırı olur.

unclosed-fence = burada açılan kod bölümü sayfanın sonuna kadar kapanmıyor
    .hint = Kodun bittiği yere yalnız { $name } bulunan bir satır ekleyin
    .explain =
        Üç ters tırnakla açılan bir bölümde Markdown okunmaz. Kapatılmazsa sayfanın kalanı, başlıkları ve bağlantılarıyla,
        kod gibi gösterilir.

personal-number = metindeki on bir basamaklı sayı bir T.C. kimlik numarasına benziyor
    .hint = Sayıyı metinden çıkarın; bir kimlik numarasıysa git geçmişinden de temizletin
    .explain =
        Kimlik numarası kişisel veridir; yurttaş sitesinde yayımlanmaz (6698 sayılı Kanun). Sayının kendisi bu iletide
        bilerek yazılmaz. On bir basamaklı her yüz sayıdan biri rastlantıyla da kimlik numarasına benzer; dosya ya da abone
        numarasıysa bir şey yapmanız gerekmez.

no-audience = `{ $name }` hiçbir sitenin klasöründe değil; yayımlanmadı
    .hint = Dosyayı content/public, content/internal ya da content/reports altına taşıyın
    .explain =
        Bir sayfayı kimin göreceğini bulunduğu klasör belirler: content/public yurttaşlara, content/internal personele,
        content/reports raporlara aittir. Bunların dışındaki dosyalar okunmaz.

cause-yaml-colon = değerin içinde iki nokta var ya da girinti üstteki satıra uymuyor
cause-yaml-key = `anahtar: değer` bekleniyordu, iki nokta yok
cause-yaml-tab = girintide sekme (Tab) var
cause-yaml-quote = açılan tırnak kapanmıyor
cause-yaml-after-quote = kapanan tırnaktan sonra başka sözler var
cause-yaml-escape = çift tırnak içinde, YAML için özel bir anlamı olan ters bölü (\) var
cause-yaml-bracket = açılan ayraç kapanmıyor
cause-yaml-brackets = ayraçlar birbirini tutmuyor ya da arada virgül eksik
cause-yaml-mark = değer, YAML için özel bir işaretle başlıyor (* & @ % ` ! , gibi) ya da içinde görünmez bir karakter var
cause-yaml-space = iki noktadan sonra boşluk yok
cause-yaml-empty = anahtarın değeri yok
cause-yaml-indentation = girinti üstteki satırlara uymuyor
cause-yaml-recursive = takma ad kendini içeriyor
cause-yaml-deep = iç içe çok fazla düzey var
cause-yaml-too-much = dosya çok büyük ya da takma adlarla aşırı büyüyor
cause-yaml-end = dosya beklenmedik bir yerde bitiyor
cause-yaml-documents = dosyada birden çok belge var: ortada bir `---` satırı duruyor
cause-yaml-text = burada tek bir metin bekleniyor
cause-yaml-list = burada bir liste bekleniyor
cause-yaml-map = burada `anahtar: değer` satırları bekleniyor
cause-yaml-number = burada bir sayı bekleniyor
expected-text = metin
expected-number = sayı
expected-list = liste, örneğin [a, b]
expected-date = takvimde olan bir gün, örneğin 2026-11-22
expected-moment = takvimde olan bir gün ve saat, örneğin 2026-12-05 19:00
expected-map = alt anahtarlar, örneğin {"{"}a: b{"}"}
