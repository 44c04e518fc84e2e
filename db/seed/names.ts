// Invented people's names: given names as they are heard in Lancashire, family names that nobody has.

const given = [
  ...["Aneirin", "Zofia", "Siân", "Łucja", "Ffion", "Tomasz", "Bronwen", "Kacper", "Carys", "Małgorzata"],
  ...["Iolo", "Oisín", "Niamh", "Rhodri", "Agnieszka", "Precious", "Kwame", "Amara", "Imran", "Farida"],
  ...["Li-Na", "Barnaby", "Clementine", "Dafydd", "Wojciech", "Eluned", "Jolanta", "Gethin", "Stanisław"],
  ...["Morwenna", "Tariq", "Priya", "Obi", "Rosalind", "Seren", "Halina", "Llinos", "Zbigniew", "Delroy"],
  ...["Philomena", "Yusuf"],
];

const family = [
  ...["Marramgrass", "Pebblewick", "O'Lanternby", "Sandgrownby", "Driftwolde", "ap Gwylanfor", "Gwiazdomorz"],
  ...["Jaskółeczko", "Śnieżnokraj", "Llanternog", "Bwlchyheli", "ap Tonnau", "D'Arcadeley", "O'Breakwater"],
  ...["MacShingle", "Turnstoneley", "Kittiwakeley", "Ternbridger", "Whimbrelby", "Dunlinson", "Gannetson"],
  ...[
    "Cormorantley",
    "Starfishley",
    "Limpetley",
    "Cocklethorpe",
    "Barnaclough",
    "Razorshelley",
    "Tramwellow",
  ],
  ...["Lampwrighter", "Helterskelton", "Oystercatcher-Ogden", "Sea-Kaleby", "Eelgrassby", "Wrackline"],
  ...[
    "Groynesby",
    "Causewayson",
    "Tidepool",
    "Wiatrożagiel",
    "Morskafala",
    "Bursztynowicz-Fala",
    "Llwybrmor",
  ],
  ...["Gwyntllanw", "ferch Gwymon", "Traethmelyn", "O'Curlewby", "D'Estuaryne", "Lightkeepers", "Foghornley"],
  ...[
    "Beaconsfold",
    "Dunecrest",
    "Sandpiperley",
    "Plovermore",
    "Skylarken",
    "Lugwormley",
    "Winkleworth-Wynn",
  ],
  ...["Whelkmore", "Spindrifter", "Saltmarshby", "Northshorely", "Southpierson", "Squiresgate-Hale"],
];

/** The name of learner 1, 2, 3 …; 41 and 61 share no factor, so the first 2,501 are all different. */
export function learnerName(number: number): string {
  return `${given[number % given.length]} ${family[number % family.length]}`;
}
