# Tema: şablonlar ve sözler.
bad-template = şablon okunamadı: { $cause }
    .hint = düzeltin: işaretlenen yerdeki şablon yazımını ve adları gözden geçirin
    .explain = Temanın templates/ klasöründeki bir dosya şablon diline uymuyor, olmayan bir süzgeç, bileşen ya da üst şablon kullanıyor. Şablonlar Tera 2 diliyle yazılır. Şablonlar okunmadan hiçbir sayfa üretilmez.
template-error = şablon { $page } sayfasını üretirken durdu: { $cause }
    .hint = denetleyin: adı geçen değişken `page`, `site`, `words`, `asset` ve `content` içinde var mı; boş olabilecek değerleri `if` ile sorun
    .hint-many = denetleyin: aynı yer { $more } sayfada daha durdu; adı geçen değişken `page`, `site`, `words`, `asset` ve `content` içinde var mı; boş olabilecek değerleri `if` ile sorun
    .explain = Şablon yazım olarak doğru, ama bu sayfa için değeri olmayan bir şey istedi. Şablonlar yalnızca bitmiş sayfayı görür: `page` sayfanın bilgileri, `content` metni, `site` sitenin ortak bilgileri, `words` tr.ftl, en.ftl gibi dosyalardaki sözlerin sayfanın dilinde olanları, `asset` assets/ klasöründeki dosyaların adresleridir.
unknown-field = şablon `{ $field }` alanını kullanıyor, ama hiçbir sayfada bu adla bir alan yok
    .hint = düzeltin: alanın adını denetleyin ya da bu satırı çıkarın; bilinenler: { $known }
    .hint-nearest = düzeltin: `{ $nearest }` mi demek istediniz?
    .explain = Şablonda adı geçen bir alan, sayfaya verilen bilgiler arasında yok. `if` ile sorulan böyle bir alan hata vermez, yalnızca yok sayılır: şablonun göstermek istediği şey sayfalardan sessizce kaybolur. Alan adı yanlış yazılmış ya da programın yeni sürümünde değişmiş olabilir. Sayfalar yine üretilir.
missing-template = temada `{ $template }` şablonu yok
    .hint = ekleyin: bu dosyayı oluşturun ya da varsayılan temadan kopyalayın
    .explain = Her temada error, home, list, page, redirect, section ve terms şablonları bulunur; her biri bir sayfa türünü üretir. Biri eksikse o türden sayfalar üretilemez.
missing-word = temanın sözlerinde `{ $key }` yok
    .hint = ekleyin: `{ $key } = …` satırını bu dosyaya yazın
    .explain = Tablo başlıkları, dipnotlar, uyarı kutuları ve gösterge notları gibi yerlerde kullanılan sözler temanın tr.ftl dosyasından gelir. Eksik bir söz sayfada adıyla görünürdü; bu yüzden hata sayılır.
bad-words = temanın sözleri okunamadı: { $cause }
    .hint = düzeltin: her söz `ad = metin` biçiminde bir satırdır; süslü ayraçlar kapanmalı, sözü edilen söz dosyada bulunmalı
    .explain = Temanın sözleri dil başına bir dosyadadır (tr.ftl, en.ftl) ve Fluent biçimiyle yazılır. Okunamayan satır sayfalarda eksik kalırdı; bu yüzden hata sayılır.
untranslated-words = temanın { $number } sözü `{ $language }` dilinde yok: { $keys }
    .hint = çevirin: bu dosyaya aynı adla yazın; o zamana kadar bu dildeki sayfalarda Türkçesi görünür
    .explain = Sitenin dillerinden birinde temanın bazı sözleri (menü, tarih başlığı, arama gibi) henüz yok. Sayfa yine üretilir; eksik söz Türkçe yazılır ve ekran okuyucular için Türkçe olduğu belirtilir.
