# Yönetmelik ve kanun metinleri.

unknown-regulation = böyle bir düzenleme yok: `{ $name }`
    .hint = `data/mevzuat` klasöründeki bir YAML dosyasının adını uzantısız yazın
    .hint-nearest = `{ $nearest }` yazın
    .explain = Ön bilgideki `regulation`, sayfanın altında metni gösterilecek düzenlemeyi adıyla anar. Ad, `data/mevzuat` klasöründeki YAML dosyasının uzantısız adıdır; metin onun yanındaki `.txt` dosyasındadır.
regulation-without-record = metnin kaydı yok: { $record }; metin yayımlanmadı
    .hint = Yanına `{ $record }` dosyasını ekleyin: en az `baslik: …` satırıyla
    .explain = Her düzenleme metninin yanında, ne olduğunu söyleyen aynı adlı bir YAML dosyası durur: başlığı, türü, kabulü, yürürlüğü. Kaydı olmayan metin hiçbir sayfada gösterilmez. Başka adlı bir kayıt metni `metin: dosya.txt` ile de gösterebilir.
regulation-without-clauses = metinde madde, bölüm, numara ya da bent bulunamadı
    .hint = Metnin doğru dosya olduğunu ve satır başlarındaki numaraların durduğunu denetleyin
    .explain = Bir düzenleme metni maddelerden, numaralı başlıklardan ya da bentlerden oluşur. Bu dosyada hiçbiri görülmedi; metin tek parça paragraf olarak gösterilir. Numaralar metin kopyalanırken düşmüş olabilir: aslına bakıp satır başlarına geri yazın.
regulation-numbering = `{ $before }` etiketinden sonra `{ $label }` geliyor
    .hint = Aslına bakın: bir bent eksik ya da iki kez numaralanmış olabilir
    .explain = Bentler ve fıkralar sırayla ilerler. Sıra bozulduğunda ya metin kopyalanırken bir satır düşmüştür ya da yanlışlık metnin kendisindedir. Etiketler düzeltilmez; metin nasılsa öyle yayımlanır. Yanlışlık asıl metindeyse bir şey yapmanız gerekmez.
regulation-loose-text = hiçbir hükme bağlanamayan metin: “{ $text }”
    .hint = Metin bir maddeye ya da bende aitse başındaki numaranın durduğunu denetleyin
    .explain = Bu satırlar ilk hükümden önce ya da hükümlerin dışında duruyor: imza, künye, ek listesi gibi. Kaybolmazlar, paragraf olarak gösterilirler. Bir hükmün parçası olmaları gerekiyorsa satır başındaki numara düşmüş olabilir.
regulation-dangling = metinde karşılığı olmayan atıf: “{ $text }”
    .hint = Atıftaki madde, fıkra ve bent numarasını aslıyla karşılaştırın
    .hint-other = Atıftaki numarayı `{ $name }` düzenlemesinin bugünkü metniyle karşılaştırın
    .explain = Metin kendisinin ya da depodaki başka bir düzenlemenin bir hükmüne gönderme yapıyor, ama o madde, fıkra ya da bent orada yok. Numara değişmiş, madde çıkarılmış ya da atıf adı anılmayan bir kanuna ait olabilir. Yanlışlık asıl metindeyse metni değiştirmeyin; atıf bağlantısız gösterilir.
regulation-repaired = metnin bozulmuş harfleri onarılarak okundu: { $count } harf, ilki `{ $sample }` ({ $kind })
    .hint = Metnin aslını bulabiliyorsanız dosyayı onunla değiştirin
    .explain = Eski PDF dosyaları ve yanlış kodlamayla açılan metinler bazı Türkçe harfleri değiştirir: `BĠLGĠ`, `ÞÝÞLÝ`, `Ä°ÅŸlem`. Her harfin tek bir aslı olduğunda metin onarılarak okunur; dosyaya dokunulmaz.
regulation-pages = sayfa başlığı ve sayfa numarası sayılan { $count } satır okunmadı
    .hint = Metne ait bir satır varsa yinelenen sayfa satırlarını dosyadan silin
    .explain = Yazdırılmış belgelerden alınan metinlerde sayfa başlıkları ve numaraları (`Sayfa 2 / 10`, `PR-36.0`, `952-64`) cümlelerin arasına düşer. Yinelenen böyle satırlar hükümlere karıştırılmaz; dosyada oldukları gibi kalırlar.
regulation-repeated = `{ $label }` etiketi metinde ikinci kez geçiyor; bağlantılarda `{ $name }` adını aldı (böyle { $count } hüküm var)
    .hint = Aslına bakın: numara yanlış yazılmış ya da metne eski bir hüküm de alınmış olabilir
    .explain = Her hükmün bağlantılarda tek bir adı olur. Aynı etiket iki kez geçtiğinde sonrakiler sırayla `_2`, `_3` ekini alır; ilki adını korur. Etiketler düzeltilmez. Önüne aynı etiketli bir hüküm eklenirse bu adlar kayar; numara yanlışsa aslını düzelttirin.
regulation-damaged = metinde onarılamayan bozulma var: `{ $sample }` ({ $kind })
    .hint = Metni aslından yeniden kopyalayın; olduğu gibi yayımlanır
    .explain = Bazı bozulmalarda hangi harfin kaybolduğu bilinemez: `yap ğını`, `HimnetIerİ`, `MMliye`. Böyle metinler tahminle düzeltilmez. Aslı bulunana kadar metin olduğu gibi kalır.

# Görev haritası: data/gorevler.yaml.

unknown-clause = düzenlemede böyle bir hüküm yok: `{ $clause }`
    .hint = Sayfada hükmün yanındaki # işaretinin adresini yazın: `2-ff`
    .hint-nearest = `{ $nearest }` yazın
    .explain = Görev haritası her görevi, metindeki hükmün adıyla anar. Ad, hükmün sayfadaki bağlantısının # işaretinden sonraki bölümüdür. Metin değişip hüküm kalktıysa görevi haritadan çıkarın.
repeated-duty = `{ $clause }` hükmü haritada iki kez var
    .hint = İki kaydı birleştirin
    .explain = Her hüküm görev haritasında bir kez yazılır; verisi, göstergesi ve sayfaları tek kayıtta toplanır.
internal-evidence = yurttaşa açık sayılan `{ $name }` iç siteye aittir
    .hint = Adı `acik` altından alıp `ic` altına yazın
    .explain = Görev haritasında `acik` altına yalnız yurttaş sitesindeki sayfalar ve yurttaşa açılan göstergeler yazılır. İç sayfaların ve iç göstergelerin adı bile yurttaş sitesine çıkmaz.
lost-evidence = görevin dayanağı yok olmuş: `{ $name }`
    .hint = Yeni adını yazın ya da haritadan çıkarın
    .explain = Görev haritası bu görevin bir sayfa, gösterge, veri kümesi ya da raporla yerine geldiğini söylüyor, ama o artık yok. Adı değişmiş ya da kaldırılmış olabilir. Harita düzeltilene kadar görev onsuz gösterilir.

# Komut satırı.

cli-regulation = Bir yönetmelik ya da kanun metnini okur; ne anlaşıldığını gösterir
cli-regulation-file = Düz metin dosyası (depo dışında da olabilir) ya da `data/mevzuat` içindeki bir kayıt (.yaml)
cli-regulation-to = Çıktının biçimi: json, akn, md, text ya da anchors (hükümlerin adresleri); belirtilmezse text
cli-value-file = DOSYA
