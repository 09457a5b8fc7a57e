#!/usr/bin/env python3
"""Trains a residual network with PyTorch, so many steps for each number on standard input, and answers with the last loss when they are done.

The other side of `harness/bench pytorch`, which takes turns with Resbench. The first line out is the number of trained values and who trains.
One batch of random images stays on the device and is used again and again: nothing is read, augmented or copied, and the loss is read once a
turn, which favours this side. Channels-last; in mixed precision autocast to float16 with a loss scale (GradScaler), as Resbench has it.

    pytorch_peer.py --network resnet-20 --batch 128 --precision mixed --mode eager
    pytorch_peer.py --network resnet-50 --count          prints the number of trained values and ends
"""
import argparse
import sys

import torch
from torch import nn
from torch.nn import functional as F


def conv(inputs, outputs, size, stride=1):
    return nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False)


class Basic(nn.Module):
    """Two 3x3 convolutions; option A: every second pixel, zeros for new channels."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1, self.bn1 = conv(inputs, outputs, 3, stride), nn.BatchNorm2d(outputs)
        self.conv2, self.bn2 = conv(outputs, outputs, 3), nn.BatchNorm2d(outputs)
        self.stride, self.zeros = stride, outputs - inputs

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        if self.stride > 1 or self.zeros:
            x = F.pad(x[:, :, ::self.stride, ::self.stride], (0, 0, 0, 0, 0, self.zeros))
        return F.relu(y + x)


class Bottleneck(nn.Module):
    """1x1 (with the stride, as the paper has it), 3x3, 1x1 to four times as many; option B: a projection where shapes differ."""

    def __init__(self, inputs, width, stride):
        super().__init__()
        outputs = 4 * width
        self.conv1, self.bn1 = conv(inputs, width, 1, stride), nn.BatchNorm2d(width)
        self.conv2, self.bn2 = conv(width, width, 3), nn.BatchNorm2d(width)
        self.conv3, self.bn3 = conv(width, outputs, 1), nn.BatchNorm2d(outputs)
        self.shortcut = nn.Sequential()
        if inputs != outputs:
            self.shortcut = nn.Sequential(conv(inputs, outputs, 1, stride), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        return F.relu(self.bn3(self.conv3(y)) + self.shortcut(x))


class Pooled(nn.Module):
    def forward(self, x):
        return x.mean((2, 3))


def cifar(depth, classes):
    blocks, inputs, layers = (depth - 2) // 6, 16, [conv(3, 16, 3), nn.BatchNorm2d(16), nn.ReLU()]
    for stage, width in enumerate((16, 32, 64)):
        for block in range(blocks):
            layers.append(Basic(inputs, width, 2 if stage and not block else 1))
            inputs = width
    return nn.Sequential(*layers, Pooled(), nn.Linear(inputs, classes)), 32


def imagenet(blocks, classes):
    inputs, layers = 64, [conv(3, 64, 7, 2), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    for stage, (count, width) in enumerate(zip(blocks, (64, 128, 256, 512))):
        for block in range(count):
            layers.append(Bottleneck(inputs, width, 2 if stage and not block else 1))
            inputs = 4 * width
    return nn.Sequential(*layers, Pooled(), nn.Linear(inputs, classes)), 224


def network(name, classes):
    depth = int(name.rpartition('-')[2])
    deep = {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3)}
    if not name.startswith('resnet-') or depth not in deep and (depth - 2) % 6:
        sys.exit(f'{name}: must be resnet-50, -101, -152, or resnet-N with N = 6n+2')
    return imagenet(deep[depth], classes) if depth in deep else cifar(depth, classes)


def main():
    options = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    options.add_argument('--network', default='resnet-20')
    options.add_argument('--batch', type=int, default=128)
    options.add_argument('--classes', type=int, default=10)
    options.add_argument('--precision', choices=('float32', 'mixed'), default='float32')
    options.add_argument('--mode', choices=('eager', 'compile', 'graphs'), default='eager', help='graphs: torch.compile with CUDA graphs (reduce-overhead)')
    options.add_argument('--device', default='cuda')
    options.add_argument('--count', action='store_true')
    given = options.parse_args()

    model, side = network(given.network, given.classes)
    values = sum(value.numel() for value in model.parameters())
    print(values, f'PyTorch {torch.__version__} {given.mode}', flush=True)
    if given.count:
        return
    torch.backends.cudnn.benchmark = True
    torch.backends.cuda.matmul.allow_tf32 = True
    device = torch.device(given.device)
    cuda = device.type == 'cuda'
    mixed = given.precision == 'mixed'
    model = model.to(device, memory_format=torch.channels_last).train()
    sgd = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4, fused=cuda)
    scaler = torch.amp.GradScaler(device.type, enabled=mixed)
    if given.mode != 'eager':
        model = torch.compile(model, mode='reduce-overhead' if given.mode == 'graphs' else 'default')
    images = torch.randn(given.batch, 3, side, side, device=device).contiguous(memory_format=torch.channels_last)
    labels = torch.arange(given.batch, device=device) % given.classes

    for line in sys.stdin:
        loss = torch.zeros(())
        for _ in range(int(line)):
            sgd.zero_grad(set_to_none=True)
            with torch.autocast(device.type, torch.float16 if cuda else torch.bfloat16, enabled=mixed):
                loss = F.cross_entropy(model(images), labels)
            scaler.scale(loss).backward()
            scaler.step(sgd)
            scaler.update()
        print(f'{loss.item():.6f}', flush=True)


if __name__ == '__main__':
    main()
