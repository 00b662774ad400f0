#!/usr/bin/env bash
# Membangun portal besar dalam beberapa bagian di Slurm, lalu menyatukannya.
#
#   bash antrean/slurm.sh [JUMLAH_BAGIAN] [PILIHAN_SBATCH...]
#
# Jalankan di folder situs, di disk yang terlihat dari semua mesin. PILIHAN_SBATCH diteruskan apa adanya, mis.
# `--partition=umum --time=30`. Hasilnya di public/; catatan tiap tugas di antrean/.
#
# Bila satu bagian gagal, jalankan lagi hanya bagian itu: bash antrean/slurm.sh --array=3
#
# Mesin tanpa disk bersama untuk .etalase/cache berbagi foto lewat simpanan S3: isi ETALASE_CACHE (atau `cache` di
# etalase.yaml), AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, dan AWS_ENDPOINT_URL sebelum memanggil ini; sbatch
# meneruskannya.
set -euo pipefail

bagian=7
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
  bagian=$1
  shift
fi
etalase=${ETALASE:-etalase}
# Semua bagian dan portalnya dibuat untuk hari yang sama, walaupun antrean lewat tengah malam.
hari=${HARI:-$(TZ=Asia/Jakarta date +%F)}
mkdir -p antrean

# --array di baris perintah menggantikan yang di sini, dan jumlah bagiannya tetap.
tugas=$(sbatch --parsable --job-name=etalase-bagian --array="0-$((bagian - 1))" --output=antrean/bagian-%a.txt "$@" \
  --wrap "exec '$etalase' build --shard auto/$bagian --today $hari --output antrean/hasil/\$SLURM_ARRAY_TASK_ID")

# afterany, bukan afterok: afterok menunggu selamanya bila satu bagian gagal, dan langsung jalan bila tugas gagal itu
# sudah dilupakan Slurm. Lengkap tidaknya bagian diperiksa --portal-only sendiri.
sbatch --parsable --job-name=etalase-portal --dependency="afterany:${tugas%%;*}" --output=antrean/portal.txt \
  --wrap "mkdir -p public && cp -r antrean/hasil/*/. public/ && exec '$etalase' build --portal-only --today $hari"
