#!/usr/bin/env bash
# Membangun portal besar dalam beberapa bagian di Kubernetes, lalu menyatukannya.
#
#   bash antrean/kubernetes.sh [PILIHAN_KUBECTL...]
#
# Yang diperlukan: PersistentVolumeClaim `etalase` (ReadWriteMany) yang akarnya folder situs, dengan program etalase di
# dalamnya sebagai `.program/etalase`. Hasilnya di public/ di volume itu. PILIHAN_KUBECTL diteruskan, mis.
# `--namespace=dinas`.
set -euo pipefail
cd "$(dirname "$0")"

# Semua bagian dan portalnya dibuat untuk hari yang sama, walaupun lewat tengah malam.
hari=${HARI:-$(TZ=Asia/Jakarta date +%F)}
jalankan() {
  kubectl "${@:2}" delete job "etalase-$1" --ignore-not-found
  sed "s/HARI_INI/$hari/" "kubernetes-$1.yaml" | kubectl "${@:2}" apply --filename=-
  # Selesai atau gagal: lengkap tidaknya bagian diperiksa --portal-only sendiri.
  until kubectl "${@:2}" get job "etalase-$1" --output='jsonpath={.status.conditions[?(@.status=="True")].type}' \
    | grep -qE 'Complete|Failed'; do
    sleep 5
  done
}
jalankan bagian "$@"
jalankan portal "$@"
kubectl "$@" logs job/etalase-portal
kubectl "$@" wait --for=condition=complete --timeout=10s job/etalase-portal
