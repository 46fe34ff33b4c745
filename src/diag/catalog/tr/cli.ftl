# Komut satırı ve bildirimlerin çerçevesi.

severity-error = hata
severity-warning = uyarı
severity-note = not
report-hint = öneri
report-column = sütun `{ $name }`
report-key = anahtar `{ $name }`

cli = Bir belediyenin deposundan üç site üretir: yurttaşlar, personel ve raporlar için.
cli-usage = Kullanım
cli-usage-command = KOMUT
cli-usage-options = SEÇENEKLER
cli-heading-commands = Komutlar
cli-heading-arguments = Bağımsız değişkenler
cli-heading-options = Seçenekler

cli-build = Siteleri derler; yenileri tamamlanana kadar eskileri yerinde kalır
cli-alert = Yayımdaki sitenin uyarı bandını değiştirir; içeriğin geri kalanı hatalı olsa da
cli-check = Bütün hata ve uyarıları gösterir, hiçbir şey yazmaz
cli-explain = Bir hata kodunun ne anlama geldiğini açıklar
cli-completions = Kabuk için komut tamamlama betiği yazar

cli-arg-lang = Bildirimlerin dili: tr ya da en
cli-arg-help = Yardımı gösterir
cli-arg-version = Sürümü gösterir
cli-arg-root = Deponun klasörü (belirtilmezse bulunulan klasör)
cli-arg-drafts = Taslak sayfaları da işler
cli-build-out = Sitelerin yazılacağı klasör (belirtilmezse depodaki dist)
cli-alert-out = Sitelerin bulunduğu klasör (belirtilmezse depodaki dist)
cli-build-base-url = Sitenin adresi (belirtilmezse site.yaml içindeki)
cli-check-format = Bildirimlerin biçimi: text, json, github, gitlab ya da sarif
cli-explain-code = Bildirimin köşeli ayraç içindeki kodu; verilmezse bütün kodlar listelenir
cli-completions-shell = Kabuk: bash, zsh, fish, elvish ya da powershell
cli-value-lang = DİL
cli-value-dir = KLASÖR
cli-value-url = ADRES
cli-value-format = BİÇİM
cli-value-code = KOD
cli-value-shell = KABUK

cli-usage-unknown-command = bilinmeyen komut: `{ $command }`
cli-usage-unknown-argument = bilinmeyen seçenek: `{ $argument }`
cli-usage-missing-argument = eksik: { $argument }
cli-usage-missing-command = komut verilmedi
cli-usage-no-value = `{ $argument }` bir değer ister
cli-usage-bad-value = `{ $argument }` için uygun olmayan değer: `{ $value }`
cli-usage-conflict = `{ $argument }` ile `{ $other }` birlikte verilemez
cli-usage-wrong-count = `{ $argument }` için verilen değerlerin sayısı uygun değil
cli-usage-not-utf8 = komut satırı UTF-8 değil
cli-usage-suggestion = { $names } yazmayı deneyin
cli-usage-valid = Şunlardan birini yazın: { $values }
cli-usage-help = Ayrıntı için `{ $command }` çalıştırın
cli-no-site = klasörde site.yaml yok: { $path }
    .hint = --root ile deponun klasörünü gösterin ya da `tellal init` ile yeni bir depo kurun
cli-unknown-code = böyle bir kod yok: `{ $code }`
    .hint = Bütün kodların listesi için `tellal explain` çalıştırın

cli-count-errors = { $n } hata
cli-count-warnings = { $n } uyarı
cli-count-notes = { $n } not
cli-alert-shown = { $alerts } uyarı yayımda: { $pages } sayfanın { $changed } tanesi değişti
cli-alert-none = bugün için uyarı yok: { $pages } sayfanın { $changed } tanesi değişti
cli-alert-no-place = yayımdaki sayfalarda uyarı bandının yeri yok: temanın base.html şablonunda {"{{ alert }}"} bulunmalı
cli-alert-not-shown = uyarı yayımlanmadı: { $counts }; yayımdaki site olduğu gibi duruyor
cli-building = derleniyor
cli-checking = denetleniyor
cli-notes-in-full = notların ayrıntısı ve önerileri: tellal denetle
cli-built = { $out } hazır: { $written } dosya yazıldı, { $kept } dosya aynı kaldı, { $removed } dosya kaldırıldı ({ $seconds } sn)
cli-not-built = derlenmedi: { $counts }; son sağlam site yerinde duruyor
cli-unchanged = { $out } güncel: girdi değişmemiş ({ $seconds } sn)
cli-unchanged-warnings = { $n } uyarı var; görmek için `tellal check` çalıştırın
cli-checked = { $counts }
cli-checked-good = sorun yok

cli-audit = Bitmiş bir sitenin sayfalarını erişilebilirlik ve Türkçe yazım yönünden inceler
cli-audit-folder = Bitmiş sitenin klasörü (örneğin dist/public)
cli-audit-report = Sonuçların yazılacağı ölçüt tablosu (data/erisilebilirlik/olcutler.csv)
cli-audit-format = Bulguların biçimi: text, json, github ya da sarif
cli-audit-no-folder = böyle bir klasör yok: { $path }
    .hint = Önce `tellal build` ile siteyi derleyin, sonra dist/public klasörünü verin
cli-auditing = inceleniyor
cli-audited = { $pages } sayfa incelendi: { $counts }
cli-audited-good = { $pages } sayfa incelendi: bulgu yok

cli-serve = Siteyi bu bilgisayarda gösterir ve her değişikliği izler
cli-serve-audience = Gösterilecek site: public, internal ya da reports (belirtilmezse public)
cli-serve-port = Kapı (port); belirtilmezse 8080'den başlayarak ilk boş kapı
cli-value-audience = SİTE
cli-value-port = KAPI
cli-serving = { $address } adresinde gösteriliyor; bitirmek için Ctrl+C
cli-serve-built = güncellendi ({ $seconds } sn)
cli-serve-broken = derlenmedi: { $counts }; son sağlam sayfalar gösteriliyor
cli-serve-cannot-listen = { $path } numaralı kapı açılamadı: { $cause }
    .hint = --port ile başka bir kapı verin
cli-serve-overlay = Son değişiklik gösterilemiyor: girdide hata var. Altta son sağlam sayfa duruyor.
cli-serve-nothing = Gösterilecek sayfa yok: girdide hata var. Düzeltince bu sayfa kendiliğinden yenilenir.

cli-new = Yeni bir sayfa açar: ön bilgisi hazır, doğru klasörde
cli-new-kind = Sayfanın türü: duyuru, haber, etkinlik, ihale, hizmet, kurumsal, mudurluk, mevzuat, meclis, istatistik, rapor, acik-veri, bilgi-edinme ya da el-kitabi
cli-new-title = Sayfanın başlığı
cli-new-unit = Sayfadan sorumlu birimin kodu
cli-value-kind = TÜR
cli-value-title = BAŞLIK
cli-value-unit = BİRİM
cli-new-written = yazıldı: { $path }
cli-new-exists = dosya zaten var: { $path }
    .hint = Başka bir ad verin ya da var olan dosyayı düzenleyin
cli-new-no-slug = başlıktan adres çıkmıyor, içinde harf ya da rakam yok: { $path }
    .hint = İçinde harf bulunan bir başlık verin
cli-new-comment-unit = sorumlu birimin kodu
cli-new-comment-summary = listelerde görünen bir iki cümle
cli-new-comment-draft = yayımlamak için bu satırı silin
cli-new-next = Metni yazın, `tellal serve --drafts` ile bakın; yayımlamak için draft satırını silin
cli-new-of-unit = sorumlu birim: { $name }
cli-new-of-unit-settings = sorumlu birim: { $name } (git ayarı tellal.birim)
cli-new-of-unit-neighbour = sorumlu birim: { $name } (bölümün en yeni sayfasından; başkasıysa --unit ile verin)
cli-new-unknown-unit = birim kayıtlı değil: `{ $path }`
    .hint = Şunu yazın ya da birimi data/birimler içine ekleyin: { $known }
cli-new-comment-expires = bu günden sonra yayından kalkar
cli-new-comment-review = bu güne kadar yeniden gözden geçirilir

cli-init = Hemen derlenebilen yeni bir belediye deposu kurar
cli-init-folder = Yeni klasör
cli-init-name = Belediyenin adı
cli-value-name = AD
cli-init-not-empty = klasör boş değil: { $path }
    .hint = Yeni ya da boş bir klasör verin
cli-init-done = depo kuruldu: { $path }
cli-init-next = Görmek için: { $command }

cli-sample = İstenen büyüklükte örnek veri üretir
cli-sample-kind = Veri kümesi: halk-masasi, halk-masasi-sevk, halk-masasi-olay, demirbas, zimmet ya da satin-alma
cli-sample-rows = Satır sayısı (belirtilmezse 1000)
cli-sample-seed = Tohum: aynı sayı aynı veriyi verir (belirtilmezse 1)
cli-sample-out = Dosyanın yazılacağı klasör
cli-sample-monthly = halk-masasi için her aya bir dosya yazar
cli-value-n = SAYI
cli-sampling = örnek veri üretiliyor

cli-build-bad-url = site adresi değil: { $path }
    .hint = https:// ile başlayan bir adres yazın, örneğin https://www.ornek.bel.tr

cli-query = Verilere SQL ile bakar; yanıtlar kesindir ve yalnız personel içindir
cli-query-sql = Bir SELECT sorgusu; verilmezse tablolar ve sütunları listelenir
cli-query-format = Yanıtın biçimi: table, csv ya da json (belirtilmezse table)
cli-value-sql = SQL
cli-querying = veriler okunuyor
cli-query-failed = sorgu çalıştırılamadı: { $cause }
    .hint = Sorguyu düzeltin; tablolar: { $tables }

# release
cli-release = Bugün yayımlanan sayıları data/yayinlar altına kaydeder; sonraki tablolar bunlarla birlikte denetlenir
cli-release-period = Yayının dönemi, klasörünün adı: 2026-06
cli-value-period = DÖNEM
cli-release-bad-period = dönem küçük harf, rakam ve tireden oluşmalıdır: { $path }
cli-release-exists = bu dönemin kaydı zaten var, üzerine yazılmaz: { $path }
cli-released = yayın kaydı yazıldı: { $folder }, { $n } gösterge

cli-schema = Düzenlenen dosyaların JSON şemalarını yazar; metin düzenleyiciler onlarla tamamlar ve denetler
cli-schema-name = Dosyanın türü: page, site, dataset…; verilmezse hepsi listelenir
cli-schema-out = Bütün şemaların yazılacağı klasör
cli-value-file-kind = DOSYA_TÜRÜ
cli-schema-written = şemalar yazıldı: { $path }
cli-unknown-schema = böyle bir şema yok: `{ $path }`
    .hint = Listeyi görmek için `tellal schema` çalıştırın

# diff
cli-diff = İki üretilmiş site arasında neyin değiştiğini özetler: sayfalar, sayılar, dosyalar
cli-diff-old = Önceki site: dist klasörü ya da içindeki bir site
cli-diff-new = Yeni site
cli-diff-audience = Karşılaştırılacak site: public, internal ya da reports (belirtilmezse public)
cli-diff-format = Özetin biçimi: text, markdown ya da json (belirtilmezse text)
cli-value-old = ÖNCEKİ
cli-value-new = YENİ
cli-diff-no-tree = üretilmiş site bulunamadı: { $path }
    .hint = Önce `tellal build` çalıştırın ya da var olan bir klasör gösterin
cli-diff-added = Yeni sayfalar ({ $n })
cli-diff-changed = Değişen sayfalar ({ $n })
cli-diff-gone = Kaldırılan sayfalar ({ $n })
cli-diff-files-added = Yeni dosyalar ({ $n })
cli-diff-files-changed = Değişen dosyalar ({ $n })
cli-diff-files-gone = Kaldırılan dosyalar ({ $n })
cli-diff-figure-added = Yeni gösterge: { $title }
cli-diff-figure-gone = Kaldırılan gösterge: { $title }
cli-diff-figure-changed = Sayıları değişen gösterge: { $title }
cli-diff-row-added = yeni satır: { $row }
cli-diff-row-gone = kaldırılan satır: { $row }
cli-diff-reframed = { $n } sayfada yalnız çevre (menü, biçem) değişti.
cli-diff-more = … ve { $n } tane daha
cli-diff-nothing = Yayımlanan sayfalarda, sayılarda ve dosyalarda değişiklik yok.

# masa ve dış bağlantılar
cli-serving-desk = masa: { $address }
cli-desk = Masa
cli-desk-about = Bakılması gereken sayfalar. Yalnız bu önizlemede görünür, hiçbir siteye girmez.
cli-desk-home = Önizlemeye dön
cli-desk-late = günü geçti
cli-desk-complaints = Tanılar
cli-desk-review = Gözden geçirilecekler
    .about = Gözden geçirme günü (review_by) geçen ya da bir ay içinde gelen sayfalar.
cli-desk-drafts = Taslaklar
    .about = Yayımlamak için draft satırını silin.
cli-desk-scheduled = Gününü bekleyenler
cli-desk-expired = Süresi geçenler
    .about = Yayından kalkmış sayfalar. Gerekmiyorsa silinebilir.
cli-desk-orphans = Ulaşılamayanlar
    .about = Menüden, bölüm listesinden ya da başka bir sayfanın metninden bağlantı verilmeyen sayfalar.
cli-desk-links = Kırık dış bağlantılar
    .about = Son denetimde yanıt vermeyen ya da bulunamayan adresler. Yayımı durdurmaz.
cli-desk-links-never = Kırık dış bağlantılar
    .about = Dış bağlantılar bu bilgisayarda hiç denetlenmedi; nasıl yapıldığı: tellal links --help
cli-links = Sayfalardaki dış adresleri listeler ya da bir denetimin sonuçlarını alır; kendisi ağa bağlanmaz
cli-links-results = Denetim sonuçları: her satırda HTTP durumu ve adres; - standart girdi
cli-links-no-answer = yanıt yok
cli-links-status = HTTP { $status }
cli-links-checked = { $n } adresin sonucu biliniyor, { $broken } kırık bağlantı
