#!/usr/bin/env python3
"""Holds the energy that a run says it took (NVML's counter) against power times time, read by nvidia-smi ten times a second meanwhile.

    energy_check.py [--gpu 0] [--runs runs] [--idle 20] [--within 5] -- resbench run FILE --meter nvml ...

Prints idle and training power, joules and joules for each image by both, and their ratio. Exit code 1 if they differ by more than --within
percent, or if the run has no measured energy. Needs nothing but Python 3.8 and nvidia-smi.
"""
import argparse
import datetime
import json
import pathlib
import subprocess
import sys
import threading
import time


class Power:
    """Watts of one GPU by time, from nvidia-smi in a thread."""

    def __init__(self, gpu):
        self.samples = []
        self.process = subprocess.Popen(['nvidia-smi', '-i', str(gpu), '--query-gpu=power.draw', '--format=csv,noheader,nounits', '-lms', '100'],
                                        stdout=subprocess.PIPE, text=True)
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        for line in self.process.stdout:
            try:
                self.samples.append((time.time(), float(line)))
            except ValueError:
                pass    # such as [N/A]

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.thread.join()

    def joules(self, begin, end):
        """Trapezoids over the samples within, the first and last held to the edges."""
        within = [(at, watts) for at, watts in self.samples if begin <= at <= end]
        if len(within) < 10:
            sys.exit(f'only {len(within)} readings of power in {end - begin:.1f} s; measure a longer run')
        whole = [(begin, within[0][1]), *within, (end, within[-1][1])]
        return sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in zip(whole, whole[1:]))


def instant(text):
    """Seconds since 1970 of 2026-01-31T12:00:00.123456789Z."""
    whole, _, part = text.rstrip('Z').partition('.')
    moment = datetime.datetime.strptime(whole, '%Y-%m-%dT%H:%M:%S').replace(tzinfo=datetime.timezone.utc)
    return moment.timestamp() + float('0.' + (part or '0'))


def check(folder, power, idle_watts, within):
    result = json.loads((folder / 'result.json').read_text())
    manifest = json.loads((folder / 'manifest.json').read_text())
    events = [json.loads(line) for line in (folder / 'events.jsonl').read_text().splitlines()]
    edge = {event['event']: instant(event['time']) for event in events if event['event'] in ('started', 'finished')}
    energy = result['energy']
    if energy['source'] != 'measured':
        print(f'FAIL {folder.name}: energy is {energy["source"]}: {energy["why"]}')
        return False
    # The metered window begins with the event 'started' and ends behind the last test, before the checkpoint and 'finished'.
    parts = energy['breakdown']
    seconds = parts['seconds'] if parts else edge['finished'] - edge['started']
    joules = power.joules(edge['started'], edge['started'] + seconds)
    ratio = energy['joules'] / joules
    images = result['iterations'] * manifest['trial']['recipe']['batch_size']
    training = parts['training_joules'] if parts and parts['training_joules'] is not None else energy['joules']
    good = abs(ratio - 1) * 100 <= within
    print(f'{"ok  " if good else "FAIL"} {folder.name}: {energy["joules"]:.1f} J by the run, {joules:.1f} J by power x time over {seconds:.1f} s, ratio {ratio:.3f}')
    print(f'     mean power {joules / seconds:.1f} W, idle {idle_watts:.1f} W by nvidia-smi, {(parts or {}).get("idle_watts") or float("nan"):.1f} W by the run')
    print(f'     {training / images:.4f} J for each image trained ({images} images), above idle {(training - idle_watts * seconds) / images:.4f} J')
    return good


def main():
    options = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    options.add_argument('--gpu', default='0')
    options.add_argument('--runs', default='runs', type=pathlib.Path)
    options.add_argument('--idle', default=20, type=float, help='seconds of idle power before the command')
    options.add_argument('--within', default=5, type=float, help='percent')
    options.add_argument('command', nargs=argparse.REMAINDER)
    given = options.parse_args()
    command = given.command[1:] if given.command[:1] == ['--'] else given.command
    if not command:
        options.error('which command? resbench run FILE --meter nvml ...')
    before = {path: path.stat().st_mtime for path in given.runs.glob('*/result.json')}
    power = Power(given.gpu)
    try:
        begin = time.time()
        time.sleep(given.idle)
        idle_watts = power.joules(begin, time.time()) / given.idle
        code = subprocess.run(command, check=False).returncode
    finally:
        power.close()
    made = [path for path in sorted(given.runs.glob('*/result.json')) if before.get(path) != path.stat().st_mtime]
    if code or not made:
        sys.exit(f'the command ended with {code} and left {len(made)} new results in {given.runs}')
    sys.exit(0 if all([check(path.parent, power, idle_watts, given.within) for path in made]) else 1)


if __name__ == '__main__':
    main()
