// How a key is made and revoked at each host: for one repository, with nothing but what is needed, and not for ever.
const HELP = {
  github: {
    link: `${SITE.server}/settings/personal-access-tokens/new`,
    list: `${SITE.server}/settings/personal-access-tokens`,
    id: ['Buka halaman “Fine-grained personal access token” di GitHub.', 'Resource owner: {owner}. Bila tidak ada di pilihan, Anda belum menjadi anggotanya: tanyakan kepada pengelola situs.', 'Expiration: 90 hari atau kurang.', 'Repository access: “Only select repositories”, pilih {repo} saja.', 'Permissions, Repository: “Contents” dibuat “Read and write”. Untuk melihat hasil pemeriksaan juga “Actions”: “Read-only”; temuannya sendiri terbaca bila repositorinya terbuka untuk umum. Yang lain dibiarkan.', 'Salin kuncinya, yang diawali github_pat_, ke sini.'],
    su: ['Buka kaca “Fine-grained personal access token” di GitHub.', 'Resource owner: {owner}. Lamun euweuh dina pilihan, anjeun can jadi anggotana: taroskeun ka pangurus situs.', 'Expiration: 90 poé atawa kurang.', 'Repository access: “Only select repositories”, pilih {repo} wungkul.', 'Permissions, Repository: “Contents” jadi “Read and write”. Pikeun ningali hasil pamariksaan ogé “Actions”: “Read-only”; nu kapanggihna kabaca lamun repositorina kabuka pikeun umum. Nu séjén ingkeun.', 'Salin koncina, nu dimimitian ku github_pat_, ka dieu.'],
    en: ['Open the page “Fine-grained personal access token” at GitHub.', 'Resource owner: {owner}. If it is not among the choices you are no member of it yet: ask whoever keeps the site.', 'Expiration: 90 days or less.', 'Repository access: “Only select repositories”, and only {repo}.', 'Permissions, Repository: “Contents” as “Read and write”. To see how the check went also “Actions” as “Read-only”; what it found can be read where the repository is public. Leave the rest.', 'Copy the key, which begins with github_pat_, to here.'],
  },
  gitlab: {
    link: `${SITE.server}/${SITE.repo}/-/settings/access_tokens`,
    list: `${SITE.server}/${SITE.repo}/-/settings/access_tokens`,
    id: ['Buka “Access tokens” di pengaturan proyek {repo}.', 'Kedaluwarsa: 90 hari atau kurang. Peran: Developer, atau Maintainer bila cabangnya dilindungi.', 'Cakupan (scope): api. Kunci proyek hanya berlaku untuk proyek ini.', 'Tidak ada “Access tokens” di sana? Di gitlab.com itu hanya untuk paket berbayar. Pakai akun yang hanya anggota {repo}, dan buat kuncinya di “Personal access tokens” akun itu. Mencabutnya juga di sana.', 'Salin kuncinya ke sini.'],
    su: ['Buka “Access tokens” dina setélan proyék {repo}.', 'Kadaluwarsa: 90 poé atawa kurang. Peran: Developer, atawa Maintainer lamun cabangna ditangtayungan.', 'Cakupan (scope): api. Konci proyék ngan pikeun proyék ieu.', 'Euweuh “Access tokens” di dinya? Di gitlab.com éta ngan pikeun pakét nu mayar. Paké akun nu ngan jadi anggota {repo}, tuluy jieun koncina dina “Personal access tokens” akun éta. Nyabutna ogé di dinya.', 'Salin koncina ka dieu.'],
    en: ['Open “Access tokens” in the settings of the project {repo}.', 'Expiry: 90 days or less. Role: Developer, or Maintainer if the branch is protected.', 'Scope: api. A key of the project is good for this project only.', 'No “Access tokens” there? At gitlab.com they belong to paid plans. Take an account that is a member of {repo} only, and make the key at “Personal access tokens” of that account. It is revoked there, too.', 'Copy the key to here.'],
  },
  forgejo: {
    link: `${SITE.server}/user/settings/applications`,
    list: `${SITE.server}/user/settings/applications`,
    id: ['Buka “Applications” di pengaturan akun.', 'Hak (scope): “repository” dibuat “Read and write”. Yang lain “No access”.', 'Bila server menawarkan batas repositori, pilih {repo} saja. Bila tidak, buat akun yang hanya boleh mengubah {repo}.', 'Salin kuncinya ke sini, dan cabut setelah 90 hari: kunci ini tidak kedaluwarsa sendiri.'],
    su: ['Buka “Applications” dina setélan akun.', 'Hak (scope): “repository” jadi “Read and write”. Nu séjén “No access”.', 'Lamun server nawarkeun wates repositori, pilih {repo} wungkul. Lamun henteu, jieun akun nu ngan meunang ngarobah {repo}.', 'Salin koncina ka dieu, sarta cabut sanggeus 90 poé: konci ieu teu kadaluwarsa sorangan.'],
    en: ['Open “Applications” in the settings of your account.', 'Scope: “repository” as “Read and write”. Everything else “No access”.', 'Where the server offers to limit it to repositories, choose {repo} only. Otherwise make an account that may change {repo} only.', 'Copy the key to here, and revoke it after 90 days: it does not expire by itself.'],
  },
};
const REVOKE = {
  id: 'Ponsel hilang, atau kunci dilihat orang? Hapus kuncinya di daftar ini; sejak itu tidak berlaku lagi:',
  su: 'Hapé leungit, atawa konci katingali ku batur? Pupus koncina dina daptar ieu; ti harita teu lumaku deui:',
  en: 'Is the phone lost, or did somebody see the key? Delete it in this list; from then on it is worth nothing:',
};

const help = () => {
  const words = HELP[SITE.forge];
  const leads = (address) => make('a', { href: address, rel: 'noreferrer' }, address.replace('https://', ''));
  return [
    make('details', {}, make('summary', {}, t('keyHelp')),
      make('ol', {}, words[lang].map((step) => make('li', {}, step.replace('{repo}', SITE.repo).replace('{owner}', SITE.repo.split('/')[0])))), make('p', {}, leads(words.link))),
    make('details', {}, make('summary', {}, t('revoke')), make('p', {}, REVOKE[lang]), make('p', {}, leads(words.list))),
  ];
};
