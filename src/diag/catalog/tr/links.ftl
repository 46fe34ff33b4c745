# Adresler ve bağlantılar.

duplicate-address = iki sayfanın adresi aynı: { $address } (öteki: { $other })
    .hint = Sayfalardan birinin dosya adını ya da `path` değerini değiştirin
    .hint-made = Başka bir ad verin: bu adreste derleme kendi listesini, akışını ya da veri dosyasını üretir
    .explain =
        Her sayfanın kendi adresi olmalıdır; iki sayfa aynı adresi isterse biri ötekinin üstüne yazılırdı. Eski adresten
        yönlendirmeler (`redirects`) de adrestir: bir sayfanın şimdiki adresi, başka bir sayfanın eski adresi olamaz.

broken-link = bağlantının hedefi yok: `{ $target }`
    .hint = Adresi düzeltin ya da bağlantıyı kaldırın
    .hint-nearest = `{ $nearest }` yazın ya da bağlantıyı kaldırın
    .hint-picture = Görseli bu klasöre koyun ya da dosya adını düzeltin
    .explain =
        Site içi bağlantılar her derlemede denetlenir. Sayfa taşındıysa yeni adresi yazın; yayından kalktıysa bağlantıyı
        kaldırın. Taşınan sayfanın ön bilgisine eski adresi `redirects` ile ekleyin: dışarıdan gelenler de onu bulsun.

broken-anchor = sayfada böyle bir başlık yok: `{ $target }`
    .hint = Çapayı sayfadaki bir başlığa göre düzeltin
    .hint-nearest = `{ $nearest }` yazın
    .explain =
        Bağlantının # işaretinden sonraki bölümü, sayfadaki bir başlığın çapasıdır: “Başvuru koşulları” başlığının çapası
        `#basvuru-kosullari` olur. Başlık değişince çapası da değişir.

internal-mention = yurttaş sayfası iç kullanıma ait bir şeyden söz ediyor: `{ $target }`
    .hint = Bağlantıyı kaldırın ya da sayfayı content/internal altına taşıyın
    .hint-figure = Göstergenin yurttaşa açık biçimini kullanın ya da `figures.yaml` içinde ona `disclose` yazın
    .explain =
        content/public altındaki sayfalar herkese açıktır; personele açık sayfaları, dosyaları ve kesin sayıları ne
        gösterebilir ne de onlara bağlanabilir. Sayının yurttaşa açık biçimi varsa onun adını kullanın.

bad-address = adres kullanılamaz: `{ $address }`
    .hint = Yalnız küçük harf (a-z), rakam, tire ve / kullanın; iki / arası en çok 200 karakter olsun
    .hint-asset = Adı küçük harf, rakam ve tireyle yazın; yayımlanabilen türler: { $endings }
    .hint-foreign = Görseli bu sayfanın yanına koyup oradan gösterin: başka sunucudan gelen görsel, okuru o sunucuya bildirir
    .hint-rename = Dosyanın adını değiştirin: `{ $better }`
    .hint-row = Göstergeye kısa adı (`slug`) küçük harf, rakam ve tireden oluşan bir sütun ekleyin
    .hint-scheme = Bağlantıyı https:, mailto: ya da tel: ile yazın
    .explain =
        Adresler küçük harf, rakam ve tireden oluşur ve site kökünden başlar. Türkçe harfler adreste ASCII karşılığıyla
        yazılır (ş → s, ı → i). `..`, boşluk ve ters bölü içeren adresler site dışına çıkabileceği için reddedilir. `con`, `aux`, `com1` gibi
        adlar Windows'ta dosya adı olamaz.

unknown-figure = `{ $id }` adında bir gösterge yok
    .hint = `data/` altındaki `figures.yaml` dosyalarına bakın: gösterge adı orada tanımlanır
    .hint-nearest = `{ $nearest }` mi demek istediniz? Gösterge adını düzeltin
    .explain = Bir sayfa, hiçbir `figures.yaml` dosyasında tanımlanmamış bir göstergeyi anıyor. Göstergenin adı, anıldığı yerdeki (`chart:`, `table:`, `number:`) adla harfi harfine aynı olmalıdır.

unknown-placeholder = `{ "{" }{ $name }{ "}" }` yer tutucusu doldurulamıyor
    .hint = şunlardan birini yazın: { $known }
    .explain = `each:` ile satırlardan üretilen sayfalarda yer tutucular satırın sütunlarını adlandırır. Bu ad satırda yok.
