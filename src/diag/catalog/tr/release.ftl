# Yayın takvimi: data/yayin-takvimi.yaml ve sayfaların `release` anahtarı.

early-release = { $period } yayını { $planned } gününden önceye alınamaz: { $date }
    .hint = `yayim` gününü kaldırın ya da `tarih` gününden sonra bir gün yazın
    .hint-correction = Düzeltme gününü, düzelttiği yayından sonraki bir gün yapın
    .explain =
        Duyurulan günden önce hiçbir sayı yayımlanmaz: herkes sayıları aynı anda görür. `yayim` yalnız gecikmeyi yazmak
        içindir; düzeltme de düzelttiği yayından önce olamaz.

late-without-reason = { $period } yayını { $planned } gününde çıkmadı ({ $date }), nedeni yazılmamış
    .hint = Gecikmenin nedenini `neden` ile bir cümleyle yazın
    .explain = Duyurulan gününde çıkmayan yayının nedeni takvimde okura söylenir.

missing-edition = { $period } yayınının düzeltmeden önceki sürümü saklanmamış: { $folder }
    .hint = Önceki sürümün PDF ve XLSX dosyalarını { $folder } klasörüne koyun
    .explain =
        Düzeltilen bir yayının eskisi, düzeltme notuyla birlikte adresinde kalır. Bunun için yayımlanmış dosyalar
        depoda saklanır: `data/surumler/<dizi>/<dönem>/<sürüm>/`; ilk sürümün numarası 1'dir.

unknown-release = takvimde böyle bir yayın yok: `{ $series }`, dönem { $period }
    .hint = Yayını gününü yazarak data/yayin-takvimi.yaml dosyasına ekleyin
    .hint-series = `{ $nearest }` yazmayı deneyin
    .explain =
        `release` anahtarı olan sayfa, takvimdeki gününden önce yayımlanmaz. Günü yazılmamış dönem hiç yayımlanmaz.

late-release = { $period } yayınının günü geçti ({ $planned }), yayımlanacak sayfası yok
    .hint = Verisini ekleyin ya da yeni günü `yayim`, nedenini `neden` ile yazın
    .explain = Duyurulan gün geçtiği halde o dönemin sayfası oluşmadıysa yayın gecikmiştir. Takvim okura bunu söyler.

late-publication = `{ $title }` bu sitede yok, son günü geçti: { $day } ({ $basis })
    .hint = Sayfasını ekleyin; başka yerde yayımlandıysa bunu sayfasında söyleyin
    .explain =
        Kanunla günü belli yayınlar data/yayin-odevleri.yaml dosyasında durur. Son günü geçen ve bu sitede kanıtı
        bulunmayan yayın burada söylenir. Bu, yayının hiç yapılmadığını değil, bu sitede görünmediğini anlatır.

event-ends-early = etkinlik başlamadan bitiyor
    .hint = `end` değerini `start` değerinden sonraki bir gün ya da saat yapın
    .explain =
        `event: {"{"}start: 2026-12-05 19:00, end: 2026-12-05 21:00{"}"}`: bitiş başlangıçtan sonradır. Yalnız gün yazılan
        bitişte o gün de içindedir.
too-many-findings = ana bulgular { $count } madde; en çok { $most } olmalı
    .hint = Okurun önce bilmesi gerekenleri bırakın, öbürlerini ilgili bölümlerine taşıyın
    .explain = Bir yayının başında en çok altı bulgu, her biri bir cümleyle durur. Tanımlar ve çekinceler yöntem bölümüne yazılır.
