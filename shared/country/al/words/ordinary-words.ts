/**
 * Common words that are one typo or one habit of chat away from a word of the lists, and are no misspelling of it. `luft*`
 * is every word that begins so. They were written by hand and compared with the lists by `npm run words -- --near`. A new
 * word of the lists may be near another one that belongs here. Albanian stands first, and English after it.
 */
export const ordinaryWords: readonly string[] = `
acidet adresin aktivë aktor* albana* amerika arinj arkiv* artistik* authority authorize automatik* autor* backlog
backup backups bajame* ballkon* ballës banja banjës banues* baruti based bashkoj* basket* bateri* bij bijtë bijë
blaster blei blerim blerimi blerina bleta bletat brakes bred brussels budalla* bundle bundled bundles bundling burrën
butë butën butët byte bytes bësh caktoj cepat cilët citrik closest cores council curious dash dashuri* datëlindja
daulle* daçi debat* dembel* desired detyr* dhatë dhera dhi dhia dhinë dhitë dialog* dinim dinin discard diskord
dobëso* doktor* domethënë drejti dreq duken duration durim durimi durimin durojmë duron durova durues* dush dushe
dyshim* dyt dyta dytë dytën dyzet dëgjoi dënoj ecte ekskurzionin ekzist* elimin* familjes faqesh fillo* finali finiq
fishkëll* fiskultures fitojnë flasi* flasja flasë flasësh fmi forc* fotograf* fqinj* fshat* fshin fshini ftohtit furr*
fush fushë fustan* futbollit general gjatësi* gjerman* gjeth* gjuha gjurmë gjysha gradën greki grup* gëzo* haker
hakerat hakeri hakeroi hakeruar hallet hidhërim* hidhëro* hidhëru* histori* hotelet hudhër* ijet imagjin* infermier*
information insekt* insiders ish jastëk* jush juve kafen kalojnë kalova kamer* kamp kampe kampion* kapërc* karaktere
karikues* karot* karrig* karton* kartë katun katund* keqit kesh klas* klim* kode kokat kolegë kolektiv* koment* konak
koncert* konsider* kontroll* kore korner* korridor* kostum* krasit* kreativ* kredi* krevat* krijim* kriju* kritik*
krujë krujën ktej kthym ktij kuaj kufi* kujdesuar kuqi kursi kursim* kursin kushte këlcyrë kërcim* kërcit* kërcye*
kërkojmë kërkojë kërkuat leaking learnt lejoj lexo* lexu* librari* lidhur linjë linjës linkun listat listë* literacy
llogarie llogarisë llogaritë llogarive lobi lojërave lotarinë luft* lundr* lutur lësh lëvdo* macet maci mad makina*
makinë* mbarova mbarë mbash mbledh* mbrojnë mbrojtj* mbulesa mbulim* mbulo* mbulu* mbush* mendojmë mendojë mesazhit
metod* mija minist* minj miqësu* mishi mishin miza model* motin motivac* mposht* mujna mungo* mure muskul* mëposhtme
mëposhtëm mësim* mëso* mësu* ndalues* ndenja ndenji ndenjur ndenjëm ndihmo* ndihmën ndikim* ndiko* ndiku* ndryshme
ndërroj ndërto* ndërtues ngjitet ngjitur ngjyr* niher njo njoft* njëjt* notin nuse nxeht* nxit nxitim* nxito* nxitu*
omëlet* operacion* operations pai paketim* paketo* pallatet parameter parandal* parashik* parasysh parkin parti* pashi
path penal* pending pengu* pesë* pijm pijmë pika piknik pikturë* pikën pis pistë plain plakë planif* planin poet*
polic* politik* portier* poshtëm* posta* poster* postim* posto* postu* postë postën postës pothuaj* praktik* pranoj*
pranoni premtoj preshev* prindit printer* prishin prisnim processor produkt* propozo* provoni pukë punim punue pushim*
pyesësh pyetur pyje pyjet pyll përball* përgjegj* përket përkund* përmend* përmet* përndjek përndjekje përqesh*
përrall* përvet* qashtu qendrën qent qentë qenët qesh qeshem qeshet qeshim qeshin qeshë qeshën qetësues* qiell* quaj
quajnë quhem qëndrim* qëndro* qëndru* reali rei resht revistë rezult* rregull* rresht rrezik* rrinin ruaji sekond
sekret* ses severity shajnë shalli shallin shalqi* shenjt sheqerin shesh sheshin sheshti shfaqe shfaqen shfaqeni shia
shija shije shijshëm shikoja shikojm shikojmë shikojn shikojnë shikonim shikonte shikova shikuan shikuar shkaktu
shkallën shkallës shkarkim* shkarko* shkarku* shkollor* shkonin shkresë shkriva shkruajmë shkruajë shkruh* shkul
shkumës* shkund* shkup shkupi shkurt* shkëmb* shkëput* shoferin shokësh shoqëro* shpall* shpejtim* shpejto* shpejtu*
shpend shpendi shpik* shpina* shpini shpita shpreh* shtat* shtet* shtoj shtova shtrydh* shtuar shtun* shtyj shtyjë
shtynë shtytje shtyu shtyva shtëpitë shtëpive shëndosh* shëno* shënu* shërim* shëru* sinjal* sipërm* sites skenë
skenën skenës snapin social* socket spec sportist* sportit sportiv* stacion* stack stacks stallë stin stina stinë
stomak* strict strictly stripa studi* stërvit* sëmund* sëmur* tabel* tall* tanë tasti tatim* teaches teatri teatrin
teatro* tej telefono* televiz* telin teprove teshti* thani thek thoi thojini toni topin tor totali tourist trajn*
trajtim* tranerin trapi trash* treatment tregje tregoji tregojmë tregojnë tregoni tregove tregt* tret tridhjetë trup*
tuaj tuaja tung turki turni udhëz* ujit ujku ujkun uron uronte ushqim* ushtar* ushtri* vain vazhdoi vendor* vendosni
veri veriu vetmi* vetull* vetëtim* vitesh vitet vizat* vizit* vonue* vuajti vuajtën vula vumë vuni vutë vërtet*
wording xhaxhai xheloz* xheni yje yjet zamira zbrit* zgjat zgjatë zgjedhj* zgjidhte zgjodh* zhan zhvill* zilia zumë
zura çaji çajin çajra çast* çelin çova ëndërroi

apartments artist artists auditioned auditioning auditions aunt authors backs bakeries banner banners barking baths
batting begin begun beting betting billion blending blessing blocked boiler boilers bolted bookcase bookcases booker
bothered bothering bothers bowing bowling breadth breeding bride browner brushes bulls bullying buses bush butterfly
butters buying calming camps cared cares caring carol carrier champ champion champions champs changed changer channels
chase chats chatting cheeses chin chins chip choosing chops clapping claps classes clearer clearing clever cleverly
cloud cloudier clouds cloudy coaches coin coins combing connected connecting contact cooked cooker cookers coolly
copying corrected correcting costing cosy count counted counters counties counting counts county cover* cows cried
crying cups danny dial dialed dialing dials dice dices diver dives donut dozen dragging drier dries drilling drivers
dustier earning energies explore explored explorer explorers explores extra fact failing faked faker fakest farther
feather filler filming flash flex follower* forgave freest fried garbage gases gather gathered gathering gathers
generally generous german grandads grandm* grandp* grant granted granting grants greeting gripping gyatt hammered
hammering hammers handing haven heading heating hummer hurricane hurried hurrier hurries hurry hurrying ian jill jim
juice katie keepers keith kind king kiss kissing kites knitting landing leading leaning leaping learn learned learner
learners learning learns licked lighting liked likely likes linking links listing lists locking logger logging looker
louis luke lunches lung lydia marking marry marrying mary matthew mattress may melting mice moaning mooring muddle
mute neighbor* nodes noting offices packers painters paler passes peaches peck pecked pecking pecks pictured pie piece
pies pinches pink pinker pinkest pistons placed placer placers places placing planted planting players pleaded pockets
pointing posting posts practise premise premises present* preserve preserved preserves pressed presses pressing
prevent prevented preventing prevents prick pricked pricking pricks princes princess print printing prison prisoner
prisons projects pumping puncture push pushing quite quiting quitting raiding rainy rake recognize returned returning
returns ring roy rubs rude ruining rung ruth sanding sands sandwich* sank save saving scare scatter scattering
scatters scold scolded scolding scolds scooters scott scraped sees sell selves served sets shading shaking sharing
sharpness shaved shield* shining shipping shirts shock shocking shoppers shorter shout shouting showering showers
showing shuts shutting shy sides sipped skater skaters skiing skip* slapping sliding slipping smarter smash* solder
solutions soothing sorts speaking spell spelled spelling spells spied spinach spinaches spoiled spoon spots spotting
spy spying stacked stain stained staining stains stair stare stared stares staring stars stated stating stations steer
steered steering steers stepping stirs storing streaming streams striker* strikes striking strings stripped stripper
strippers stripping strips stronger strongly strum strummed strumming strums studying stupider stupidly suck sucked
sucking sucks suffered suffers suit suite suites suiting suits sum sunk sunny support* sussy sweeping swiping swum
syrup syrups tables tapping tasty teddies tenth terry testing textbook textbooks texters thank thanking theatre* theme
therapy thin thirsty tho thorough though threads thunders tier tight tighter tightest tightly tightness tipped tipping
tom tony torn touching trace traced traces tracing tracked tracker trackers tracking tracy trainer* trapping treat
treated treating truth tshirt tuna tuned tuning typing volley volleyed volleying volleys warming wasting wherever
widow winner writers yep yes yet young
shatërvan* threatened threatens village villages
`
  .trim()
  .split(/\s+/u);
