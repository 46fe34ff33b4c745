# Gizlilik: yayımlanan sayıların bütününe bakan denetim.

disclosure-gap = `{ $id }` göstergesinde gizlenen bir sayı, yayımlanan öbür sayılardan bulunabiliyor: { $cell }
    .hint = `by` altından bir kırılımı çıkarın, `min` değerini büyütün ya da göstergeyi `audience: internal` ile yalnız iç sitede bırakın
    .hint-others = Şu göstergelerden birini kabalaştırın (`by`, `min`, `round`) ya da `audience: internal` yapın: { $others }
    .hint-released = Bu sayı daha önce yayımlanmış, geri alınamaz ({ $others }): gizleme sınırını o günkü gibi bırakın ya da göstergeyi `audience: internal` ile iç sitede tutun
    .explain =
        Gizlenen bir hücre, toplamdan öbür hücreler çıkarılarak bulunabilir; iki gösterge, bir ayın tablosu ile yılın
        tablosu ya da eski bir yayın da aynı işe yarar. Bu yüzden derlemede yayımlanacak bütün sayılar tek bir
        denklem takımı olarak yazılır ve gizlenen her hücrenin alabileceği en küçük ve en büyük değer hesaplanır.
        Aralık dar kalıyorsa önce başka hücreler de gizlenir; bu yetmezse derleme durur. Burada yetmedi: adı yazılan
        hücre, eşikten daha kesin biliniyor. Sayıların kendisi bu iletide bilerek yazılmaz.

statistic-of-one = `{ $id }` göstergesinin `{ $column }` sütunu tek bir kaydın değerini gösterir: `{ $function }(…)`
    .hint = Bütün kayıtlardan hesaplanan bir ölçü yazın (`median`, `avg`, `sum`) ya da göstergeyi `audience: internal` ile iç sitede tutun
    .explain =
        En büyük, en küçük, ilk ya da son değer bir kişinin kendi değeridir; yanında kaç kayıt olduğu onu korumaz. En uzun
        süren başvurunun süresi, o başvuruyu yapanı tanıyan birine onu söyler.

column-not-understood =
    { $kind ->
        [share] `{ $id }` göstergesinin `{ $column }` sütunu bir kayıt sayısı ya da onun oranıdır: ölçü olarak yuvarlanmadan yayımlanırdı
        [count] `{ $id }` göstergesinin `{ $column }` sütunu `counts` altında, ama kayıt saymıyor
        [group] `{ $id }` göstergesinin `{ $column }` sütunu `by` altında, ama bir grubu göstermiyor
        [weight] `{ $id }` göstergesinin `{ $column }` sütununun neyi ölçtüğü kayıt kayıt izlenemiyor
       *[other] `{ $id }` göstergesinin `{ $column }` sütununun neden oluştuğu anlaşılamıyor: `{ $function }`
    }
    .hint = Veri kümesi üzerinde tek bir `SELECT` yazın (`SELECT birim, avg(x) AS … FROM kume GROUP BY birim`) ya da göstergeyi `audience: internal` ile iç sitede tutun
    .hint-share = Sayıları `counts`, oranı `ratios` altına yazın (`oran: [acik, basvuru]`): oran o zaman gösterilen sayılardan hesaplanır
    .hint-count = `count(*)` ya da `sum(CASE WHEN … THEN 1 ELSE 0 END)` yazın, ölçüyü `stats` altına alın ya da göstergeyi `audience: internal` ile iç sitede tutun
    .hint-group = Sütunu `GROUP BY` içine yazın, ölçüyü `stats` altına alın ya da göstergeyi `audience: internal` ile iç sitede tutun
    .explain =
        Yurttaşa açık bir sütun, ancak nasıl oluştuğu kanıtlanabiliyorsa yayımlanır: kayıt sayısı, grubun adı ya da grubun
        bütün kayıtlarından hesaplanan bir ölçü. Kanıt, sorgunun çalışma planından okunur; `WITH`, parantez içindeki tablolar
        ve birleştirmeler de izlenir. Bilinmeyen bir adım tek bir kişinin değerini gizleyebilir; yapım bu yüzden durur.
        Ölçülerde (`avg`, `median`, `sum` …) ayrıca hangi kayıtlara dayandığına bakılır: kayıt azsa ya da bir iki kayıt
        neredeyse bütününü oluşturuyorsa sayı gizlenir.

figure-not-followed = `{ $id }` göstergesinde kayıt kayıt izlenemeyen sayılar var: { $counts }
    .hint = Sorguyu tek kümenin kayıtlarını sayan biçime getirin (`count(*)`, `sum(CASE …)`, `GROUP BY`) ya da göstergeyi `audience: internal` ile iç sitede tutun
    .hint-estimate = Bir tablonun sayıları bu göstergeyle birlikte okununca küçük bir sayı bulunuyorsa `by` ya da `round` ile kabalaştırın; defterin sayıları, `case` sütunu bir kümenin anahtarıysa ve onun adını taşıyorsa izlenir
    .explain =
        Gizlilik denetimi, yayımlanan her sayının arkasındaki kayıtları bularak tablolar arasındaki toplamları kurar. Bu
        sayıların kayıtları bulunamadı: denetim onları yalnız sütun adları ile toplamları tutan öbür tablolara ve
        kendi satırlarının eşitliklerine (devreden + gelen − kapanan = açık) bağlar. Kendi eşiği ve yuvarlaması uygulanır.

pages-not-made = `{ $id }` göstergesinin satırlarından sayfa yapılmadı: satırlar gizleniyor
    .hint = Bir şey yapmak gerekmez: yeterli kayıt olunca sayfalar kendiliğinden oluşur. Ya da `by` altından bir kırılımı çıkarın
    .explain =
        Her satıra bir sayfa, hangi satırların bulunduğunu söyler. Bir tablonun arkasında satırları bile gösterilemeyecek
        kadar az kişi varsa sayfalar onları ele verirdi; bu yüzden hiçbiri yapılmaz. O sayfalara verilen bağlantılar düz
        yazı olarak görünür, listelerde yer almaz. Yeni bir veri kümesinin ilk haftaları böyledir.

bad-release = yayın kaydı okunamıyor ya da sütunları `yayin.yaml` ile uyuşmuyor
    .hint = Dosyayı sürüm geçmişinden geri getirin; yayın kayıtları elle değiştirilmez
    .explain =
        `data/yayinlar/` altında, her dönemde yayımlanan tabloların kaydı durur. Denetim bugünkü tabloları bunlarla
        birlikte inceler; bir kayıt okunamazsa eski sayılarla karşılaştırma eksik kalırdı.

release-not-followed = bu yayının bazı göstergeleri bugünkü kayıtlarla karşılaştırılamıyor: { $ids }
    .hint = Bu göstergelerin eski ve yeni tablolarını elle karşılaştırın; çıkarma ile küçük bir sayı bulunuyorsa yenisini kabalaştırın
    .explain =
        Eski bir yayının sayıları, o günkü sorgu bugünkü kayıtların o güne kadar olan bölümünde yeniden çalıştırılarak
        izlenir. Sorgu bir kümenin kayıtlarını doğrudan saymıyorsa (tahminler, iç içe sorgular) ya da veri kümesinin
        tarih sütunu yoksa bu yapılamaz; o sayılar denetime girmez.
