"""Makes public/engines/ocr/7.0.0/latin.traineddata.gz: Latin.traineddata of tessdata_fast without its list of words.

    apt-get install tesseract-ocr-script-latn
    python3 scripts/make-latin-model.py /usr/share/tesseract-ocr/5/tessdata/Latin.traineddata latin.traineddata.gz

A traineddata file is a count of parts (int32), the place of each (int64, -1 for none), and the parts, as written by
Tesseract's TessdataManager. Part 19 is the word list of the LSTM engine.
"""

import gzip
import struct
import sys

WORDS = 19


def read_parts(data):
    (count,) = struct.unpack_from("<i", data)
    places = struct.unpack_from("<%dq" % count, data, 4)
    starts = sorted(place for place in places if place >= 0) + [len(data)]
    ends = dict(zip(starts, starts[1:]))
    return [data[place : ends[place]] if place >= 0 else None for place in places]


def write_parts(parts):
    place = 4 + 8 * len(parts)
    places = []
    for part in parts:
        places.append(-1 if part is None else place)
        place += len(part or b"")
    head = struct.pack("<i%dq" % len(parts), len(parts), *places)
    return head + b"".join(part for part in parts if part is not None)


def main(source, target):
    with open(source, "rb") as file:
        parts = read_parts(file.read())
    parts[WORDS] = None
    with open(target, "wb") as file:
        file.write(gzip.compress(write_parts(parts), 9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
