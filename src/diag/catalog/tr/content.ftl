# Sayfalar: ön bilgi (front matter), YAML ve Markdown.

bad-yaml = YAML okunamadı: { $cause }
    .hint = Bu satırın girintisini, iki noktasını ve tırnaklarını düzeltin
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

no-front-matter = sayfanın ön bilgisi yok
    .hint = Dosyanın başına `---` satırları arasında en az `title:` yazın
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
    .explain =
        Görseli göremeyen okur, metin karşılığını dinler (WCAG 2.2, 1.1.1). “Resim” ya da dosya adı yazmayın; görselin
        bu sayfada ne söylediğini bir cümleyle yazın.

html-removed = Markdown içindeki HTML çıkarıldı: { $what }
    .hint = Aynı şeyi Markdown ile yazın
    .explain =
        Güvenlik için sayfalardaki HTML süzülür: betikler, çerçeveler, olay öznitelikleri ve biçem öznitelikleri
        çıkarılır. Bağlantı, tablo, dipnot ve vurgu için Markdown yeter; görünüm temanın işidir.

heading-level = başlık düzeyi { $previous } iken { $level } olmuş
    .hint = Başlık düzeylerini birer birer artırın ve metinde ikinci düzeyden (##) başlayın
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
