#!/usr/bin/env python3
"""NumPy oracle for the experiment: one pair of MLPs, with and without normalization.

A pair (one trial) is a pure function of its settings and its seed:

    np.random.seed(seed)
    initial weights of the normalized network    randn, W1 .. W6
    initial weights of the plain one             randn, W1 .. W6
    for every iteration                          choice(N, batch), then, normalized network first,
                                                 one rand(*h.shape) per dropout layer, in order

so every trial can be replayed here, number for number. All arithmetic is float64; the pixels are
float32(v / 255) widened to float64.

    ./reference.py trial --scale 0.05 --seed 7           curves of one pair, as JSON
    ./reference.py trial --normalization layer --norm-position after
    ./reference.py trial --data DIR --train 500          another data set of four IDX files
    ./reference.py probes --scale 0.05 --seed 7          gradients and landscape of one pair, as JSON
    ./reference.py sweep --seed 0                        the 16 scales, serially (wall time on stderr)
    ./reference.py sweep --seed 0 --processes 2          the same in a pool of processes
    ./reference.py rng --seed 7                          the first draws of the generator
    ./reference.py gradients                             every gradient of tiny networks, as JSON
"""
import argparse
import gzip
import json
import multiprocessing
import os
import sys
import time

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
EMBEDDED = os.path.join(HERE, "..", "..", "main", "resources", "org", "bnsweep", "data")
EPS_LOG = 1e-7
SCALES = np.logspace(0, -4, num=16)
DEFAULTS = dict(hidden=[100] * 5, activation="relu", epochs=20, batch=100, lr=0.01, train=1000,
                weight_decay=0.0, dropout=0.0, optimizer="sgd", normalization="batch",
                norm_position="before",   # of the activation
                norm_epsilon=1e-6,        # the book writes it 10e-7
                bn_momentum=0.9)          # the weight of the old running value
WORDS = {"batch": "bn", "layer": "ln", "rms": "rms"}   # what the normalized network is called
STEPS = (0.25, 0.5, 1.0, 2.0, 4.0)                     # of the landscape, in learning rates


def idx(folder, name):
    """The bytes of one file, plain or gzip."""
    for end in ("", ".gz"):
        path = os.path.join(folder, name + end)
        if os.path.isfile(path):
            with open(path, "rb") as f:
                b = f.read()
            return gzip.decompress(b) if b[:2] == b"\x1f\x8b" else b
    raise FileNotFoundError(os.path.join(folder, name))


def mnist(kind="train", n=1000, folder=EMBEDDED, label_offset=0):
    """Pixels [n, features] in 0..1 and labels [n] from 0 on; the first n, all if None."""
    b = idx(folder, f"{kind}-images-idx3-ubyte")
    count, h, w = np.frombuffer(b[4:16], ">u4").astype(int)
    x = np.frombuffer(b, np.uint8, offset=16).reshape(count, h * w)
    t = np.frombuffer(idx(folder, f"{kind}-labels-idx1-ubyte"), np.uint8, offset=8)
    return x[:n].astype(np.float32) / np.float32(255), t[:n].astype(np.int64) - label_offset


def std_of(scale, fan_in):
    """A number, or the name of an initializer."""
    if scale in ("relu", "he"):
        return np.sqrt(2.0 / fan_in)
    if scale in ("sigmoid", "xavier"):
        return np.sqrt(1.0 / fan_in)
    return float(scale)


class Net:
    def __init__(self, sizes, scale, norm, o):
        self.o, self.norm, self.depth = o, norm, len(sizes) - 1
        self.p = {}
        for l in range(self.depth):
            self.p[f"W{l+1}"] = std_of(scale, sizes[l]) * np.random.randn(sizes[l], sizes[l + 1])
            self.p[f"b{l+1}"] = np.zeros(sizes[l + 1])
            if norm and l + 1 < self.depth:
                self.p[f"gamma{l+1}"] = np.ones(sizes[l + 1])
                if norm != "rms":
                    self.p[f"beta{l+1}"] = np.zeros(sizes[l + 1])
        self.mean = [np.zeros(n) for n in sizes[1:-1]]
        self.var = [np.zeros(n) for n in sizes[1:-1]]

    def normalize(self, z, l, k, train, running):
        """Batch: over the samples, per unit. Layer and rms: over the units, per sample."""
        o, eps, gamma = self.o, self.o["norm_epsilon"], self.p[f"gamma{l+1}"]
        if self.norm == "rms":
            k["std"] = np.sqrt(np.mean(z ** 2, axis=1, keepdims=True) + eps)
            k["xn"] = z / k["std"]
            return gamma * k["xn"]
        if self.norm == "batch" and not train:
            return gamma * ((z - self.mean[l]) / np.sqrt(self.var[l] + eps)) + self.p[f"beta{l+1}"]
        axis = 0 if self.norm == "batch" else 1
        mu = z.mean(axis=axis, keepdims=True)
        k["xc"] = z - mu
        var = np.mean(k["xc"] ** 2, axis=axis, keepdims=True)
        k["std"] = np.sqrt(var + eps)
        k["xn"] = k["xc"] / k["std"]
        if self.norm == "batch" and running:
            self.mean[l] = o["bn_momentum"] * self.mean[l] + (1 - o["bn_momentum"]) * mu[0]
            self.var[l] = o["bn_momentum"] * self.var[l] + (1 - o["bn_momentum"]) * var[0]
        return gamma * k["xn"] + self.p[f"beta{l+1}"]

    def normalize_back(self, d, l, k, g):
        gamma = self.p[f"gamma{l+1}"]
        g[f"gamma{l+1}"] = np.sum(k["xn"] * d, axis=0)
        if self.norm != "rms":
            g[f"beta{l+1}"] = d.sum(axis=0)
        dxn = gamma * d
        if self.norm == "rms":
            return (dxn - k["xn"] * np.mean(dxn * k["xn"], axis=1, keepdims=True)) / k["std"]
        axis = 0 if self.norm == "batch" else 1
        n = d.shape[axis]
        dstd = -np.sum(dxn * k["xc"] / (k["std"] * k["std"]), axis=axis, keepdims=True)
        dxc = dxn / k["std"] + (2.0 / n) * k["xc"] * (0.5 * dstd / k["std"])
        return dxc - dxc.sum(axis=axis, keepdims=True) / n

    def forward(self, x, train, running=True, masks=None):
        """Logits [N, classes]; while training, what backward needs is kept.

        running: whether the running averages move; masks: dropout's of an earlier pass, reused.
        """
        o, self.tape = self.o, []
        for l in range(self.depth - 1):
            k = {"x": x}
            z = x @ self.p[f"W{l+1}"] + self.p[f"b{l+1}"]
            if self.norm and o["norm_position"] == "before":
                z = self.normalize(z, l, k, train, running)
            if o["activation"] == "relu":
                k["dead"] = z <= 0
                x = np.where(k["dead"], 0.0, z)
            else:
                x = k["y"] = 1.0 / (1.0 + np.exp(-z))
            if self.norm and o["norm_position"] == "after":
                x = self.normalize(x, l, k, train, running)
            if o["dropout"]:
                if train:
                    k["keep"] = np.random.rand(*x.shape) > o["dropout"] if masks is None else masks[l]
                    x = x * k["keep"]
                else:
                    x = x * (1.0 - o["dropout"])
            self.tape.append(k)
        self.top = x
        return x @ self.p[f"W{self.depth}"] + self.p[f"b{self.depth}"]

    def gradient(self, x, t, running=True, masks=None):
        """Loss (cross-entropy + weight decay) and its gradient by parameter name."""
        o, n, g = self.o, len(x), {}
        y = self.forward(x, True, running, masks)
        y = np.exp(y - y.max(axis=1, keepdims=True))
        y = y / y.sum(axis=1, keepdims=True)
        loss = -np.sum(np.log(y[np.arange(n), t] + EPS_LOG)) / n
        d = y.copy()
        d[np.arange(n), t] -= 1
        d = d / n
        for l in reversed(range(self.depth)):
            name = l + 1
            if l < self.depth - 1:
                k = self.tape[l]
                if o["dropout"]:
                    d = d * k["keep"]
                if self.norm and o["norm_position"] == "after":
                    d = self.normalize_back(d, l, k, g)
                d = np.where(k["dead"], 0.0, d) if o["activation"] == "relu" else d * (1 - k["y"]) * k["y"]
                if self.norm and o["norm_position"] == "before":
                    d = self.normalize_back(d, l, k, g)
            W = self.p[f"W{name}"]
            g[f"W{name}"] = (self.tape[l]["x"] if l < self.depth - 1 else self.top).T @ d + o["weight_decay"] * W
            g[f"b{name}"] = d.sum(axis=0)
            if o["weight_decay"]:
                loss += 0.5 * o["weight_decay"] * np.sum(W ** 2)
            if l:
                d = d @ W.T
        return loss, g

    def accuracy(self, x, t):
        return float(np.mean(np.argmax(self.forward(x, False), axis=1) == t))

    def probe(self, x, t, loss, g, lr):
        """What the loss looks like around here, on this batch, before its update.

        gradient_norms, update_ratios: per weight matrix, ||dW|| and lr ||dW|| / ||W||.
        Along the gradient, at steps of STEPS learning rates (Santurkar et al. 2018, figure 4):
        losses; gradient_changes ||g(here) - g(there)||; smoothness, the largest of those over the
        length of their step. Over all parameters; running averages stay, dropout's masks are this
        batch's. Draws no random numbers.
        """
        names = [f"W{l+1}" for l in range(self.depth)]
        length = lambda a: float(np.sqrt(sum(np.sum(v ** 2) for v in a.values())))
        masks = [k.get("keep") for k in self.tape]
        out = {"gradient_norms": [float(np.sqrt(np.sum(g[n] ** 2))) for n in names]}
        out["update_ratios"] = [lr * a / float(np.sqrt(np.sum(self.p[n] ** 2)))
                                for a, n in zip(out["gradient_norms"], names)]
        here, out["loss"], out["losses"], out["gradient_changes"], smooth = self.p, float(loss), [], [], []
        for step in STEPS:
            self.p = {n: v - step * lr * g[n] for n, v in here.items()}
            there_loss, there = self.gradient(x, t, False, masks)
            change = length({n: g[n] - there[n] for n in g})
            out["losses"].append(float(there_loss))
            out["gradient_changes"].append(change)
            smooth.append(change / (step * lr * length(g)))
        self.p, out["smoothness"] = here, float(np.max(smooth))
        return out


class Optimizer:
    """The book's update rules; the state of one network's parameters, all zeros at first."""

    def __init__(self, kind, lr):
        self.kind, self.lr, self.t, self.v, self.h = kind, lr, 0, {}, {}

    def update(self, p, g):
        self.t += 1
        for k in p:
            v, h = self.v.get(k, 0.0), self.h.get(k, 0.0)
            if self.kind == "sgd":
                p[k] = p[k] - self.lr * g[k]
            elif self.kind == "momentum":
                self.v[k] = v = 0.9 * v - self.lr * g[k]
                p[k] = p[k] + v
            elif self.kind == "adagrad":
                self.h[k] = h = h + g[k] ** 2
                p[k] = p[k] - self.lr * g[k] / (np.sqrt(h) + 1e-7)
            elif self.kind == "adam":
                self.v[k] = v = v + (1 - 0.9) * (g[k] - v)
                self.h[k] = h = h + (1 - 0.999) * (g[k] ** 2 - h)
                step = self.lr * np.sqrt(1.0 - 0.999 ** self.t) / (1.0 - 0.9 ** self.t)
                p[k] = p[k] - step * v / (np.sqrt(h) + 1e-7)
            else:
                raise ValueError(self.kind)


def pair(scale, seed, data, probes=None, **options):
    """Accuracy on the training samples after each epoch's first update: {'bn': [...], 'plain': [...]}.

    probes: if a dict, gets {network: [a probe per point, before the update]}.
    """
    o = {**DEFAULTS, **options}
    x, t = data[0][:o["train"]], data[1][:o["train"]]
    np.random.seed(seed)
    sizes = [x.shape[1], *o["hidden"], o.get("classes") or int(data[1].max()) + 1]
    nets = {WORDS[o["normalization"]]: Net(sizes, scale, o["normalization"], o), "plain": Net(sizes, scale, None, o)}
    optimizers = {name: Optimizer(o["optimizer"], o["lr"]) for name in nets}
    curves = {name: [] for name in nets}
    per_epoch = -(-len(x) // o["batch"])  # rounded up; the book's float modulo would skip epochs
    i = 0
    while len(curves["plain"]) < o["epochs"]:
        rows = np.random.choice(len(x), o["batch"])
        for name, net in nets.items():
            loss, g = net.gradient(x[rows], t[rows])
            if probes is not None and i % per_epoch == 0:
                probes.setdefault(name, []).append(net.probe(x[rows], t[rows], loss, g, o["lr"]))
            optimizers[name].update(net.p, g)
        if i % per_epoch == 0:
            for name, net in nets.items():
                curves[name].append(net.accuracy(x, t))
        i += 1
    return curves


def _job(a):
    np.seterr(all="ignore")
    return pair(a[0], a[1], mnist())


def sweep(seed, processes):
    start = time.time()
    jobs = [(s, seed) for s in SCALES]
    if processes > 1:
        with multiprocessing.Pool(processes) as pool:
            curves = pool.map(_job, jobs, chunksize=1)
    else:
        data = mnist()
        curves = [pair(s, seed, data) for s, _ in jobs]
    print(f"sweep of {len(jobs)} pairs on {processes} process(es): {time.time() - start:.2f} s", file=sys.stderr)
    return {"seed": seed, "scales": list(map(float, SCALES)), "curves": curves}


def rng(seed):
    np.random.seed(seed)
    out = {"seed": seed, "randn": np.random.randn(7).tolist()}
    out["choice_1000_100"] = np.random.choice(1000, 100).tolist()
    out["randn_2x3"] = np.random.randn(2, 3).tolist()
    out["rand"] = np.random.rand(5).tolist()
    out["choice_60000_5"] = np.random.choice(60000, 5).tolist()
    out["choice_64_8"] = np.random.choice(64, 8).tolist()
    return out


def gradients():
    """Tiny networks with every option: parameters, batch, loss and gradients."""
    out = []
    for activation in ("relu", "sigmoid"):
        for norm in (None, "batch", "layer", "rms"):
            for position in ("before", "after") if norm else ("before",):
                for dropout in (0.0, 0.4):
                    o = {**DEFAULTS, "activation": activation, "weight_decay": 0.1, "dropout": dropout,
                         "norm_position": position}
                    np.random.seed(11)
                    net = Net([6, 5, 4, 10], 0.5, norm, o)
                    x, t = np.random.rand(8, 6), np.random.choice(10, 8)
                    start = {k: v.tolist() for k, v in net.p.items()}
                    # a dropout layer now draws rand(8, width), the wider hidden layer first
                    loss, g = net.gradient(x, t)
                    batch = norm == "batch"
                    out.append({"seed": 11, "sizes": [6, 5, 4, 10], "scale": 0.5, "activation": activation,
                                "batch_norm": batch, "normalization": norm or "none", "norm_position": position,
                                "dropout": dropout, "weight_decay": 0.1, "x": x.tolist(),
                                "t": t.tolist(), "parameters": start, "loss": float(loss),
                                "gradients": {k: v.tolist() for k, v in g.items()},
                                "running_mean": [m.tolist() for m in net.mean] if batch else None,
                                "running_var": [v.tolist() for v in net.var] if batch else None})
    return out


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("what", choices=["trial", "probes", "sweep", "rng", "gradients"])
    a.add_argument("--scale", default="0.05", help="a number, he or xavier")
    a.add_argument("--seed", type=int, default=0)
    a.add_argument("--processes", type=int, default=1)
    a.add_argument("--hidden", default="100,100,100,100,100")
    a.add_argument("--activation", default="relu", choices=["relu", "sigmoid"])
    a.add_argument("--optimizer", default="sgd", choices=["sgd", "momentum", "adagrad", "adam"])
    a.add_argument("--normalization", default="batch", choices=list(WORDS))
    a.add_argument("--norm-position", default="before", choices=["before", "after"])
    a.add_argument("--data", default=EMBEDDED, help="folder of four IDX files, plain or gzip")
    a.add_argument("--classes", type=int, help="by default the largest label + 1")
    a.add_argument("--label-offset", type=int, default=0, help="label of the first class")
    for name, default in (("epochs", 20), ("batch", 100), ("train", 1000)):
        a.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("lr", 0.01), ("weight-decay", 0.0), ("dropout", 0.0), ("norm-epsilon", 1e-6),
                          ("bn-momentum", 0.9)):
        a.add_argument(f"--{name}", type=float, default=default)
    a = a.parse_args()
    np.seterr(all="ignore")
    if a.what == "sweep":
        result = sweep(a.seed, a.processes)
    elif a.what == "rng":
        result = rng(a.seed)
    elif a.what == "gradients":
        result = gradients()
    else:
        probes = {} if a.what == "probes" else None
        result = pair(a.scale, a.seed, mnist(n=None, folder=a.data, label_offset=a.label_offset), probes,
                      classes=a.classes, hidden=[int(h) for h in a.hidden.split(",")],
                      activation=a.activation, epochs=a.epochs, batch=a.batch, lr=a.lr, train=a.train,
                      weight_decay=a.weight_decay, dropout=a.dropout, optimizer=a.optimizer,
                      normalization=a.normalization, norm_position=a.norm_position,
                      norm_epsilon=a.norm_epsilon, bn_momentum=a.bn_momentum)
        result = result if probes is None else probes
    print(json.dumps(result))


if __name__ == "__main__":
    main()
