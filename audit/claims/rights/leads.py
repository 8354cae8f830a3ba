"""Words of a notice that name nobody: before a licence, and inside of names."""

from typing import Final

_LEAD = (
    "a als an and are available bajo be been beschikbaar by can cc commons con conditions "
    "contains copied copy copyright creative dans de dedicated der derechos die diritti "
    "disposition distribuito distributed distribuye droits du een eine einer el en er est "
    "freely gelicentieerd granted has het i ile in information into is ist it je jest jsou "
    "julkaistu la le les licence licenced licences licencia licenciada licenciado licencias "
    "licencja licencji licens license licensed licensen licenseret licensierad licensing "
    "licentie licenza lisans lisens lisensiert lisensoitu lisenssi lizenz lizenziert los "
    "made may mis mise na notice nutzungsrechte o of offered on onder online or permission "
    "placed pod prawa provided pubblicato public publica publicada publicado publicerad "
    "published rechte rechten released reserved rettigheter reuse rights rilasciato se "
    "sector selon shared sind sob some sono sont sotto sous spdx statement there status stehen "
    "steht sujeto termes terms the tilgjengelig to udgivet uma un una under une unter use "
    "used v valt was with altında disponível dostępne dostępny está están kullanım licencí "
    "licença lisanslanmıştır lisansı lisenssillä publié publiée publiés rättigheter são są "
    "tillgänglig udostępnione verfügbar veröffentlicht à är è é άδεια διατίθεται με την υπο "
    "υπό доступен доступно лицензией лицензии лицензия на по под права распространяется "
    "условиях"
)
_PARTICLES = (
    "& a af am and at av by d da das de dei del della den der des di die do dos du e el en "
    "et for het i im in ja la las le les los och of og on the til till to und van von voor y "
    "zu für"
)
LEAD: Final = frozenset(_LEAD.split())
"""Words of a notice that name nobody and no other work, in small letters."""
PARTICLES: Final = frozenset(_PARTICLES.split())
"""Small words inside names."""
