# Komut satırı ve bildirimlerin çerçevesi.

severity-error = hata
severity-warning = uyarı
severity-note = not
report-hint = öneri
report-column = sütun `{ $name }`
report-key = anahtar `{ $name }`
