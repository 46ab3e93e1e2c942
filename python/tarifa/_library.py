"""The C interface of the law engine; `tarifa.h` documents it."""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import threading
import zipfile
from ctypes import POINTER, Structure, byref, c_char, c_char_p, c_double, c_int32, c_int64, c_uint8, c_void_p
from pathlib import Path

import numpy as np
import pyarrow as pa

from ._errors import TarifaError

ABI = 1
ABSENT, UTF8, LARGE_UTF8, DATE32, CENTS, FLOAT64, DECIMAL128, CODE = range(8)
FIELDS = ("hts", "origin", "day", "value", "quantity", "unit", "claims", "facts", "importer")
STATUS_COUNT = 8
# From this status on a row is rejected.
FIRST_REJECTED = 4


class Column(Structure):
    _fields_ = [
        ("kind", c_int32),
        ("scale", c_int32),
        ("values", c_void_p),
        ("offsets", c_void_p),
        ("validity", c_void_p),
        ("offset", c_int64),
    ]


class Entries(Structure):
    _fields_ = [("rows", c_int64)] + [(name, Column) for name in FIELDS]


class Answers(Structure):
    _fields_ = (
        [("status", c_void_p)]
        + [(name, c_void_p) for name in ("rate", "additional_rate", "rate_low", "rate_high")]
        + [(name, c_void_p) for name in ("duty", "edition", "detail")]
        + [
            (name + "_validity", c_void_p)
            for name in ("rate", "additional_rate", "rate_low", "rate_high", "duty", "edition")
        ]
        + [("counts", c_int64 * STATUS_COUNT)]
    )


def _file(name: str) -> Path:
    """A file of the package that must be one of the disk: where the package is read from a zip, as on the workers of a
    cluster, it is unpacked beside it, once for all processes."""
    place = Path(__file__).absolute().parent / "lib" / name
    archive = next((parent for parent in place.parents if parent.is_file()), None)
    if archive is None:
        return place
    target = archive.with_name(f"{archive.name}.{name}")
    if not target.exists():
        own = archive.with_name(f"{target.name}.{os.getpid()}.part")
        with zipfile.ZipFile(archive) as held, held.open(str(place.relative_to(archive))) as source, own.open("wb") as file:
            shutil.copyfileobj(source, file)
        os.replace(own, target)
    return target


def _load() -> ctypes.CDLL:
    path = Path(os.environ.get("TARIFA_LIBRARY") or _file("libTarifaC.so"))
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise TarifaError(
            f"the law engine cannot be loaded from {path}: {error}; install the wheel that scripts/wheel "
            "builds, or name the library in TARIFA_LIBRARY"
        ) from error
    library.tarifa_abi_version.restype = c_int32
    if library.tarifa_abi_version() != ABI:
        raise TarifaError(
            f"{path} has version {library.tarifa_abi_version()} of the interface, this package needs {ABI}"
        )
    library.tarifa_open.argtypes = [c_void_p, c_int64, c_char_p, c_int32, POINTER(c_void_p), c_char_p, c_int64]
    library.tarifa_close.argtypes = [c_void_p]
    library.tarifa_close.restype = None
    library.tarifa_price.argtypes = [
        c_void_p,
        POINTER(Entries),
        POINTER(Answers),
        POINTER(c_void_p),
        c_char_p,
        c_int64,
    ]
    library.tarifa_editions.argtypes = [c_void_p]
    for name in ("tarifa_editions", "tarifa_statuses"):
        getattr(library, name).restype = c_void_p
    for name in ("tarifa_texts_count", "tarifa_texts_size"):
        getattr(library, name).argtypes = [c_void_p]
        getattr(library, name).restype = c_int64
    library.tarifa_texts_copy.argtypes = [c_void_p, c_void_p, c_void_p]
    library.tarifa_texts_copy.restype = None
    library.tarifa_texts_free.argtypes = [c_void_p]
    library.tarifa_texts_free.restype = None
    return library


_lock = threading.Lock()
_library: ctypes.CDLL | None = None
_books: dict[tuple[str, int], "Book"] = {}
_EVERYTHING_KNOWN = -(2**31)


def _texts(library: ctypes.CDLL, texts: c_void_p) -> pa.StringArray:
    """A list of the library as an Arrow array; the list is freed."""
    try:
        count, size = library.tarifa_texts_count(texts), library.tarifa_texts_size(texts)
        offsets, data = np.empty(count + 1, np.int32), np.empty(max(size, 1), np.uint8)
        library.tarifa_texts_copy(texts, offsets.ctypes.data, data.ctypes.data)
        return pa.StringArray.from_buffers(count, pa.py_buffer(offsets), pa.py_buffer(data))
    finally:
        library.tarifa_texts_free(texts)


class Book:
    """The law of an importer, mapped into memory and open for any thread."""

    def __init__(self, importer: str, known_on: int | None):
        global _library
        with _lock:
            if _library is None:
                _library = _load()
        self._library = _library
        path = Path(os.environ.get("TARIFA_BOOK") or _file("book.tarifa"))
        try:
            with open(path, "rb") as file:
                # A private map may be written to, which lets its address be taken; nobody writes, so its
                # pages stay those of the file and are shared between processes.
                self._map = mmap.mmap(file.fileno(), 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
        except (OSError, ValueError) as error:
            raise TarifaError(
                f"{path} cannot be read: {error}; write it with 'tarifa law pack -o FILE', and name another "
                "place in TARIFA_BOOK"
            ) from error
        start = ctypes.addressof(c_char.from_buffer(self._map))
        self._handle = c_void_p()
        message = ctypes.create_string_buffer(512)
        if self._library.tarifa_open(
            start,
            len(self._map),
            importer.encode(),
            _EVERYTHING_KNOWN if known_on is None else known_on,
            byref(self._handle),
            message,
            len(message),
        ):
            raise TarifaError(f"{path}: {message.value.decode(errors='replace')}")
        self.editions = _texts(self._library, self._library.tarifa_editions(self._handle))
        self.statuses = _texts(self._library, self._library.tarifa_statuses())

    def price(self, entries: Entries, answers: Answers) -> pa.StringArray:
        """Prices columns into buffers; the lock of the interpreter is free meanwhile.

        Returns the details, in the order of the numbers in the answers.
        """
        texts = c_void_p()
        message = ctypes.create_string_buffer(512)
        if self._library.tarifa_price(self._handle, byref(entries), byref(answers), byref(texts), message, len(message)):
            raise TarifaError(message.value.decode(errors="replace"))
        return _texts(self._library, texts)


def book(importer: str, known_on: int | None) -> Book:
    """The book of an importer, opened once in a process."""
    key = (importer, _EVERYTHING_KNOWN if known_on is None else known_on)
    found = _books.get(key)
    if found is None:
        found = Book(importer, known_on)
        with _lock:
            found = _books.setdefault(key, found)
    return found
