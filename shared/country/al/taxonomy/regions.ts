import type { Region } from '#shared/domain/country-pack.ts';

type Municipality = readonly [number: number, name: string, ...aliases: string[]];

/**
 * A municipality's code is its region's code, then its number from 1 to 61 (INSTAT style; secondary source).
 * Source: docs/domain.md, Places.
 */
function region(code: string, name: string, municipalities: readonly Municipality[], ...aliases: string[]): Region {
  return {
    code,
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    municipalities: municipalities.map(([number, municipality, ...also]) => ({
      code: `${code}-${number}`,
      name: municipality,
      ...(also.length === 0 ? {} : { aliases: also }),
    })),
  };
}

/** The 12 regions (qarqe, ISO 3166-2) and 61 municipalities (bashki). Source: docs/domain.md, Places. */
export const regions: readonly Region[] = [
  region('AL-01', 'Berat', [
    [1, 'Berat', 'Berati'],
    [2, 'Kuçovë', 'Kuçova'],
    [3, 'Poliçan', 'Poliçani'],
    [4, 'Skrapar', 'Skrapari', 'Çorovodë'],
    // Renamed by Law 34/2021; many public data sets still have the old name.
    [5, 'Dimal', 'Dimali', 'Ura Vajgurore', 'Urë Vajgurore'],
  ]),
  region('AL-09', 'Dibër', [
    [6, 'Bulqizë', 'Bulqiza'],
    [7, 'Dibër', 'Dibra', 'Peshkopi'],
    [8, 'Klos', 'Klosi'],
    [9, 'Mat', 'Mati', 'Burrel'],
  ]),
  region('AL-02', 'Durrës', [
    [10, 'Durrës', 'Durrësi'],
    [11, 'Krujë', 'Kruja'],
    [12, 'Shijak', 'Shijaku'],
  ]),
  region('AL-03', 'Elbasan', [
    [13, 'Belsh', 'Belshi'],
    [14, 'Cërrik', 'Cërriku'],
    [15, 'Elbasan', 'Elbasani'],
    [16, 'Gramsh', 'Gramshi'],
    [17, 'Librazhd', 'Librazhdi'],
    [18, 'Peqin', 'Peqini'],
    [19, 'Prrenjas', 'Prrenjasi', 'Përrenjas'],
  ]),
  region('AL-04', 'Fier', [
    [20, 'Divjakë', 'Divjaka'],
    [21, 'Fier', 'Fieri'],
    [22, 'Lushnjë', 'Lushnja', 'Lushnje'],
    [23, 'Mallakastër', 'Mallakastra', 'Ballsh'],
    [24, 'Patos', 'Patosi'],
    [25, 'Roskovec', 'Roskoveci'],
  ]),
  region('AL-05', 'Gjirokastër', [
    [26, 'Dropull', 'Dropulli'],
    [27, 'Gjirokastër', 'Gjirokastra'],
    [28, 'Këlcyrë', 'Këlcyra'],
    [29, 'Libohovë', 'Libohova'],
    [30, 'Memaliaj', 'Memaliaji'],
    [31, 'Përmet', 'Përmeti'],
    [32, 'Tepelenë', 'Tepelena'],
  ]),
  region('AL-06', 'Korçë', [
    [33, 'Devoll', 'Devolli', 'Bilisht'],
    [34, 'Kolonjë', 'Kolonja', 'Ersekë'],
    [35, 'Korçë', 'Korça'],
    [36, 'Maliq', 'Maliqi'],
    [37, 'Pogradec', 'Pogradeci'],
    [38, 'Pustec', 'Pusteci', 'Liqenas'],
  ]),
  region('AL-07', 'Kukës', [
    [39, 'Has', 'Hasi', 'Krumë'],
    [40, 'Kukës', 'Kukësi'],
    [41, 'Tropojë', 'Tropoja', 'Bajram Curri'],
  ]),
  region('AL-08', 'Lezhë', [
    [42, 'Kurbin', 'Kurbini', 'Laç'],
    [43, 'Lezhë', 'Lezha'],
    [44, 'Mirditë', 'Mirdita', 'Rrëshen'],
  ]),
  region('AL-10', 'Shkodër', [
    [45, 'Fushë-Arrëz', 'Fushë Arrëz', 'Fushë Arrës', 'Fushë-Arrës'],
    [46, 'Malësi e Madhe', 'Malësia e Madhe', 'Koplik'],
    [47, 'Pukë', 'Puka'],
    [48, 'Shkodër', 'Shkodra'],
    [49, 'Vau i Dejës', 'Vau Dejës'],
  ]),
  region('AL-11', 'Tiranë', [
    [50, 'Kamëz', 'Kamza'],
    [51, 'Kavajë', 'Kavaja'],
    [52, 'Rrogozhinë', 'Rrogozhina'],
    [53, 'Tiranë', 'Tirana'],
    [54, 'Vorë', 'Vora'],
  ]),
  region('AL-12', 'Vlorë', [
    [55, 'Delvinë', 'Delvina'],
    [56, 'Himarë', 'Himara'],
    [57, 'Konispol', 'Konispoli'],
    [58, 'Finiq', 'Finiqi'],
    [59, 'Sarandë', 'Saranda'],
    [60, 'Selenicë', 'Selenica'],
    [61, 'Vlorë', 'Vlora'],
  ]),
];
