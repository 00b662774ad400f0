#!/usr/bin/env bash
# A portal built by seven tasks of a real Slurm array on this machine, one of them killed and run again; what comes of
# it is byte for byte one build. Wants root, slurm-wlm and munge; starts its own daemons on loopback and stops them.
#
#   tests/scale/slurm.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
recipe=$(realpath "$(dirname "$0")/../../docs/examples/antrean/slurm.sh")
work=$(mktemp -d)
munge=$(mktemp -d)
pids=()
stop() {
  kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work" "$munge"
}
trap stop EXIT

say() { printf '%s\n' "$1"; }
# until_true SECONDS COMMAND...
until_true() {
  local seconds=$1
  shift
  for _ in $(seq "$((seconds * 5))"); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  echo "never: $*" >&2
  return 1
}

# ---- an engine of one machine ----
host=$(hostname -s)
head -c 1024 /dev/urandom >"$munge/key"
chmod 700 "$munge"
chmod 400 "$munge/key"
chown -R munge:munge "$munge"
chmod 755 "$work"
socket=$munge/socket
chmod 711 "$munge"
runuser -u munge -- munged --foreground --key-file="$munge/key" --socket="$socket" --pid-file="$munge/pid" \
  --log-file="$munge/log" --seed-file="$munge/seed" 2>"$work/munged.txt" &
pids+=($!)
until_true 20 test -S "$socket"
cat >"$work/slurm.conf" <<CONF
ClusterName=uji
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=26817
SlurmdPort=26818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$socket
CredType=cred/munge
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=uji Nodes=$host Default=YES State=UP
CONF
mkdir -p "$work/state" "$work/spool"
export SLURM_CONF=$work/slurm.conf
slurmctld -D >"$work/slurmctld.txt" 2>&1 &
pids+=($!)
slurmd -D -N "$host" >"$work/slurmd.txt" 2>&1 &
pids+=($!)
until_true 60 bash -c "sinfo --noheader --format=%t | grep -q idle" || { tail -5 "$work"/slurm*.txt; exit 1; }
say "Slurm: $(sinfo --version)"

# ---- a site ----
site=$work/situs
mkdir -p "$site/content"
printf 'judul: Uji\nalamat: https://contoh.id/\n' >"$site/etalase.yaml"
for number in $(seq 40); do
  mkdir -p "$site/content/koperasi-$number"
  printf 'nama: Koperasi %s\nwilayah: 32.04.15\nkontak: {whatsapp: 0812-0000-0000}\nproduk:\n  - {nama: Gula aren, harga: "%s", satuan: kg}\n' \
    "$number" "$((10000 + number * 100))" >"$site/content/koperasi-$number/profil.yaml"
done
cp -r "$site" "$work/sendiri"
"$program" build "$work/sendiri" --today 2026-11-24 --quiet 2>/dev/null

# ---- the recipe, with one task killed ----
cd "$site"
# A task that waits until it is killed, once.
cat >"$work/etalase" <<WRAP
#!/usr/bin/env bash
if [ "\${SLURM_ARRAY_TASK_ID:-}" = 3 ] && [ ! -e $work/killed ]; then touch $work/waits; exec sleep 600; fi
exec $program "\$@"
WRAP
chmod +x "$work/etalase"
export HARI=2026-11-24 ETALASE=$work/etalase
portal=$("$recipe" 7)
until_true 120 test -e "$work/waits"
touch "$work/killed"
task=$(squeue --noheader --array --format='%i %j %t' | awk '$2 == "etalase-bagian" && $3 == "R" && $1 ~ /_3$/ {print $1}')
scancel --signal=KILL "$task"
done_with() { [ -z "$(squeue --noheader --jobs "$1" 2>/dev/null)" ]; }
until_true 240 done_with "${portal%%;*}"
grep -q 'parts-missing' antrean/portal.txt || { echo 'the killed part was not missed'; cat antrean/portal.txt; exit 1; }
grep -q '4/7' antrean/portal.txt || { echo 'the part that is missing is not named'; cat antrean/portal.txt; exit 1; }
[ ! -e public/index.html ] || { echo 'a portal without a part was written'; exit 1; }
say 'the portal names the part that was killed, and is not written'

portal=$("$recipe" 7 --array=3)
until_true 240 done_with "${portal%%;*}"
[ -e public/index.html ] || { cat antrean/*.txt; exit 1; }
diff --recursive --brief --exclude=.etalase "$work/sendiri/public" public
say 'seven parts and the portal are byte for byte one build'
