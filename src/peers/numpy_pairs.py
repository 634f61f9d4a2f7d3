#!/usr/bin/env python3
"""The pairs of org.bnsweep.peers.PeerBenchmark in NumPy, by the oracle; the same lines on stdout.

    numpy_pairs.py PAIRS WARM-UP STARTED
"""
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "oracle"))
import reference

pairs, warm_up, started = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
data = reference.mnist()
seconds = []
for seed in range(pairs):
    before = time.process_time()
    curves = reference.pair("he", seed, data)
    seconds.append(time.process_time() - before)
    if seed == 0:
        print(f"first {time.process_time():.3f} {time.time() - started:.3f}")
    print(f"accuracy {seed} {curves['bn'][-1]:.3f} {curves['plain'][-1]:.3f}")
if pairs > warm_up:
    print(f"steady {statistics.median_high(seconds[warm_up:]):.3f}")
