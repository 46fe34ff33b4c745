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

cause-template-name = burada { $found } var, bir ad bekleniyordu
cause-template-text = burada { $found } var, tırnak içinde bir metin bekleniyordu
cause-template-sign = burada { $found } var, beklenen: { $wanted }
cause-template-value = burada { $found } var, bir ad, sayı ya da tırnak içinde bir metin bekleniyordu
cause-template-found = burada { $found } beklenmiyordu
cause-template-field = `{ $name }` adında bir alan yok
cause-template-filter = `{ $name }` adında bir süzgeç yok
cause-template-function = `{ $name }` adında bir işlev yok
cause-template-component = `{ $name }` adında bir bileşen yok
cause-template-file = `{ $name }` adında bir şablon yok
cause-template-argument = bileşene bilmediği bir değer veriliyor
cause-template-tag = bilinmeyen bir etiket
cause-template-block = üst şablonlarda `{ $name }` adında bir parça (block) yok
cause-template-end = dosya, açılan bir parça ya da süslü ayraç kapanmadan bitiyor
cause-template-quote = açılan tırnak kapanmıyor
cause-template-escape = ters bölüden sonra bilinmeyen bir harf var
cause-template-raw = açılan raw bölümü kapanmıyor
cause-template-comment = açılan açıklama kapanmıyor
cause-template-character = burada şablon dilinde olmayan bir işaret var
cause-words-sign = burada `{ $found }` bekleniyordu
cause-words-value = `=` işaretinden sonra metin yok
cause-words-brace = kapanan süslü ayracın açılanı yok
cause-words-quote = açılan tırnak kapanmıyor
cause-words-name = burada bir ad bekleniyordu: adlar İngilizce harf, rakam, - ve _ ile yazılır
cause-words-default = seçeneklerden biri * ile varsayılan olarak işaretlenmeli
cause-words-expression = süslü ayraçların içinde bir ad, sayı ya da tırnak içinde metin bekleniyordu
cause-words-escape = ters bölüden sonra bilinmeyen bir harf var
cause-words-field = `{ $found }` sözünün metni yok
cause-words-reference = `{ $found }` adında bir söz yok
cause-words-circle = söz kendini anıyor
