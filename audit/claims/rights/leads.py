"""Words of a notice that name nobody: before a licence, and inside of names."""

from typing import Final

_LEAD = (
    "a access according adapt adapted all alla als also an and any appartient are as at auf "
    "aus available bajo be been behoort bei bereitgestellt beschikbaar by can cc com commons "
    "con conditions contains copied copy copyright covered creative dans darf de dedicated "
    "dem der derechos des die dieser diritti disponibile disponibili disponibilizado "
    "disposition distribuita distribuite distribuiti distribuito distributed distribuye do "
    "domain domaine domein dominio droits du een eine einer el en encuentra er erscheinen "
    "erscheint es est extent fait foi fra free freely freigegeben frigitt frigiven frigivet "
    "fue fueron full gelicentieerd gemeinfrei genutzt gepubliceerd gestellt geteilt governed "
    "granted ha halla has have her hereby het his i ile in information into is ist it its je "
    "jest jsou julkaistu kind la law le les licence licenced licences licenci licencia "
    "licenciada licenciado licenciados licencias licencja licencji licencjonowany licens "
    "license licensed licensen licenseret licenses licensierad licensierat licensing "
    "licentie licenza licenziati ligger lisans lisens lisensieret lisensiert lisensoitu "
    "lisenssi lizenz lizenzen lizenziert los made may mis mise na neighboring neighbouring "
    "nel nella notice nutzungsrechte o of offered ofrece on onder online op open "
    "opublikowano or os partie per permission pertenece placed pod possible prawa provided "
    "pubblicati pubblicato public publica publicada publicado publicerad publiceras "
    "publicerat published publiziert rechte rechten redistribute redistributed related "
    "released reserved rettigheter reuse reused rights rilasciata rilasciati rilasciato "
    "saatavilla se sector selon share shared sido sind sob some sometida sono sont sota "
    "sotto soumis soumise sous spdx staat stata statement stato status stehen steht stellen "
    "stellt su subject subjecta sujeta sujeto sul sur termes terms text the their there "
    "these this tilgjengelig to toe tot trabalho trova udgivet uitgebracht uma un una under "
    "une uns unter unterliegen unterliegt use used utgitt v valt vapautettu ve verfassten "
    "verwendet von vrijgegeven w waived was web werden where wird with worden wordt wurde "
    "wurden you z ze zijn altında altındadır användas diffusé diffusée disponível distribué "
    "distribuée domínio dostupná dostupné dostupný dostępna dostępne dostępny dürfen està "
    "está están estão från får gemäß grundsätzlich kullanım käytettävissä licencí licença "
    "lisanslanmıştır lisansı lisenssillä llicència objęte partagé placé podléhá proposé "
    "publié publiée publiés på relève rättigheter são są tillgänglig tillgängligt tombé "
    "udostępnione udostępniony verfügbar veröffentlicht zugänglich zveřejněn à är è é été "
    "άδεια διατίθεται είναι με την υπο υπό χορηγείται в доступен доступний доступно доступны "
    "из лицензией лицензии лицензируется лицензия на находится по под поширюється права "
    "предоставляется публикуются распространяется распространяются с условиях"
)
_PARTICLES = (
    "& a af am and at av by d da das de dei del della den der des di die do dos du e el en "
    "et for het i im in ja la las le les los och of og on the til till to und van von voor y "
    "zu für"
)
LEAD: Final = frozenset(_LEAD.split())
"""Words of a notice that name nobody and no other work, in small letters."""
_SOME = (
    "part parts some most many several few half portion portions comment comments teile "
    "einige manche viele kommentare partie parties certains commentaires partes algunos "
    "algunas comentarios parti alcuni commenti delen sommige części niektóre delar vissa "
    "части некоторые"
)
PARTICLES: Final = frozenset(_PARTICLES.split())
"""Small words inside names."""
SOME: Final = frozenset(_SOME.split())
"""Words by which a sentence speaks of a part of the text, or of what is beside it."""
