#!/usr/bin/env bash
# address-formatter leaves district and regency out of an Indonesian address as soon as it names a village.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @fragaria/address-formatter@6.7.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
The library writes addresses as each country does, by the templates of OpenCage. Its Indonesian one has one place for a
settlement: the city, or else the village, or else the hamlet. Behind a village stand neither the district (kecamatan)
nor the regency (kabupaten), although many villages share a name. Without a village the regency is missing all the same.
The addresses of towns are whole but for their district; the Italian template keeps the regency.
END

cat >format.mjs <<'END'
import formatter from '@fragaria/address-formatter';
const street = { road: 'Jalan Contoh', houseNumber: '12', state: 'Jawa Barat', postcode: '40378' };
const regency = { municipality: 'Kecamatan Contoh', county: 'Kabupaten Bandung' };
const village = { ...street, ...regency, village: 'Desa Mawar', countryCode: 'ID' };
const town = { ...street, cityDistrict: 'Kecamatan Contoh', suburb: 'Kelurahan Melati', city: 'Kota Bandung' };
const print = (name, address) => console.log(`${name}: ${formatter.format(address, { output: 'array' }).join(', ')}`);
print('village', village);
print('no village', { ...village, village: undefined });
print('town', { ...town, countryCode: 'ID' });
print('as if in Italy', { ...village, countryCode: 'IT' });
END
node format.mjs | tee seen

diff - seen <<'END'
village: Jalan Contoh 12, Desa Mawar 40378, Jawa Barat
no village: Jalan Contoh 12, 40378, Jawa Barat
town: Jalan Contoh 12, Kelurahan Melati, Kota Bandung 40378, Jawa Barat
as if in Italy: Jalan Contoh 12, 40378 Desa Mawar Kabupaten Bandung
END
