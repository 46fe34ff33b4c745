# Services, telephone numbers and other contacts.

unknown-service = a service that is not registered: `{ $code }`
    .hint = Add the service to the file below data/hizmetler or take the line `service` out of the page
    .hint-nearest = Write `{ $nearest }` or add the service below data/hizmetler
    .explain =
        The page of a service names it by its code in the registry, with `service` in its front matter. Who, with what and
        how long come from the registry; the page of a service that is not there shows only what you wrote, and the
        service is missing from the legal tables.
duplicate-service = two services have one code: `{ $code }` (the other: { $other })
    .hint = Change one of the codes
    .explain = The code of a service is the address of its page and never changes; no two can share it. The second is left out.
service-unregistered = this page among the services is about none of the registry
    .hint = Write `service: code` in its front matter; where it is about no service, add `kind: rehber`
    .explain =
        The facts of every page among the services come from data/hizmetler, so that the page, the table of standards and
        the inventory say the same. A page that is no service, such as a guide, says so with `kind`.
service-without-page = a service has no page: `{ $code }`
    .hint = Open a section of services: write `kind: hizmet` below `section` in an index.md
    .explain =
        Every registered service has a page; where none was written, one is made in the section whose kind is `hizmet`.
        Without such a section the service is only in the legal tables.
service-incomplete = a service lacks facts: `{ $code }`: { $keys }
    .hint = Fill in what the municipality has confirmed and leave the rest empty
    .explain =
        The columns of the table of service standards (annex 2) and of the inventory (annex 1) are fixed by the regulation
        (decision 2009/15169). An empty one is a dash in the table and "not entered yet" on the page. This is a reminder
        and stops nothing.
unclear-duration = no number and unit in this length of time: `{ $value }`
    .hint = Write a number and a unit: `15 iş günü`, `2 saat`, `anında`
    .explain =
        A time is a promise to citizens, so it is a number and a unit (dakika, saat, gün, iş günü, hafta, ay). `15-30 gün`,
        `15 gün + 5 gün`, `anında` and `değişken` are understood, too. Other words are shown as written.
bad-fee = a fee that makes no sense: `{ $value }`
    .hint = Write the amount with its currency: `1.250,00 TL`; `ücretsiz` where it is free, `tarife` where the tariff says it
    .explain =
        A fee is an amount (`1.250,00 TL`), or `ücretsiz`, or `tarife`: what the council has set for the year. Several are a
        list of names and amounts. A fee that nobody confirmed is not written at all.
unreachable-contact = the directory does not say how to reach anyone for: `{ $task }`
    .hint = Write a telephone, extension, e-mail or service, or take the entry out
    .explain =
        The directory must show a way: a telephone, an e-mail address, KEP or the page of the service. An extension is of use
        only with a telephone beside it or with the switchboard's number in `site.yaml` (`municipality.phone`).
personal-contact = this belongs to a person, not to an office
    .hint = Write that of the unit or of the switchboard instead
    .hint-phone = Write the unit's landline, or the switchboard with an extension, in place of a mobile number
    .hint-email = Write an address of the municipality's own (`bel.tr`, `gov.tr`, `kep.tr`)
    .hint-person = Write an address that bears no person's name: `zabita@…`, `yazi.isleri@…`
    .explain =
        Whatever stands here is public. The mobile numbers, private mail boxes and named addresses of staff are personal data
        (Law 6698); citizens must reach the office, not the person. The value is therefore not shown in this message either.
