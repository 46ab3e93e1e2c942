// Tarifa's law engine for other languages: entries in columns in, what is owed on them in columns out.
//
// Columns are laid out as Apache Arrow lays them out, so that those of pandas, Polars and PyArrow are read
// where they are. Nothing is kept of a caller's memory after a call, except the bytes of an opened file.
//
// Every function may be called from several threads at once with the same book. tarifa_price does not start
// threads: divide the rows, and give each thread its part.

#ifndef TARIFA_H
#define TARIFA_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Grows by one when something below changes in a way that callers notice.
#define TARIFA_ABI_VERSION 1

// The version the library was built with; compare it with TARIFA_ABI_VERSION.
int32_t tarifa_abi_version(void);

// What a function returns when it did not do its work.
enum {
  TARIFA_OK = 0,
  // The caller can mend it: an argument is missing, a column is of a kind that its field cannot have.
  TARIFA_MISUSE = 1,
  // The file is not one of `tarifa law pack`, or damaged.
  TARIFA_DAMAGED = 2
};

// Law, schedules and countries, opened.
typedef struct tarifa_book tarifa_book;

// Opens the bytes of a file of `tarifa law pack`. They are borrowed: keep them mapped, unchanged, until
// tarifa_close.
//
// importer: whose law is read where entries name none, as in "us".
// known_on: what the law was known to be on that day (days since 1970-01-01); INT32_MIN for all that is held.
// book: the opened book; not changed on failure.
// error: takes a message in UTF-8, ended by a zero byte and cut to error_size; may be NULL.
int32_t tarifa_open(const uint8_t *bytes, int64_t length, const char *importer, int32_t known_on,
                    tarifa_book **book, char *error, int64_t error_size);

// Frees a book. No call on it may be running.
void tarifa_close(tarifa_book *book);

// How the values of a column are stored. A text is UTF-8.
enum {
  // There is no such column: every value is missing.
  TARIFA_ABSENT = 0,
  // Texts behind offsets of int32_t or int64_t, one more than there are rows.
  TARIFA_UTF8 = 1,
  TARIFA_LARGE_UTF8 = 2,
  // Days since 1970-01-01, int32_t: for `day`.
  TARIFA_DATE32 = 3,
  // Whole cents, int64_t: for `value`.
  TARIFA_CENTS = 4,
  // double. A value is rounded to the nearest cent, half away from zero; a quantity to the millionth. What is
  // not finite is a bad row.
  TARIFA_FLOAT64 = 5,
  // Little-endian integers of 16 bytes, to be divided by ten to the power of `scale` (0 to 12): exact.
  TARIFA_DECIMAL128 = 6,
  // Codes of ten digits as numbers, uint64_t, a leading zero understood: for `hts`.
  TARIFA_CODE = 7
};

typedef struct {
  int32_t kind;
  // Decimals of TARIFA_DECIMAL128.
  int32_t scale;
  const void *values;
  // For texts alone.
  const void *offsets;
  // A bit a row, least significant first, 0 where the value is missing; NULL when none is.
  const uint8_t *validity;
  // Where the first row stands in all three.
  int64_t offset;
} tarifa_column;

// Entries. A missing text or amount is one that is not stated. `day` and amounts may be texts as well
// (YYYY-MM-DD, 1234.56); several claims or facts (NAME=VALUE) are separated by `;`.
typedef struct {
  int64_t rows;
  tarifa_column hts, origin, day, value, quantity, unit, claims, facts, importer;
} tarifa_entries;

// Statuses of an answer, in the order of tarifa_statuses. Those from TARIFA_UNKNOWN_CODE on reject a row.
enum {
  TARIFA_STATUS_OK = 0,
  TARIFA_STATUS_NEEDS_FACTS = 1,
  TARIFA_STATUS_INADMISSIBLE = 2,
  TARIFA_STATUS_UNPARSED = 3,
  TARIFA_STATUS_UNKNOWN_CODE = 4,
  TARIFA_STATUS_UNKNOWN_ORIGIN = 5,
  TARIFA_STATUS_OUT_OF_SPAN = 6,
  TARIFA_STATUS_BAD_ROW = 7,
  TARIFA_STATUS_COUNT = 8
};

// What is owed on each entry, in order, in buffers of the caller with room for all rows. Rates are fractions
// of the value (0.34), NaN where missing; duty is in whole cents, 0 where missing; edition is a position in
// tarifa_editions, -1 where missing, and detail one in the texts of the call. A validity has a bit a row, as
// in tarifa_column: room for the rows rounded up to a multiple of 64.
typedef struct {
  uint8_t *status;
  double *rate, *additional_rate, *rate_low, *rate_high;
  int64_t *duty;
  int32_t *edition, *detail;
  uint8_t *rate_validity, *additional_rate_validity, *rate_low_validity, *rate_high_validity;
  uint8_t *duty_validity, *edition_validity;
  // Rows of each status, filled in by the call: they add up to the rows.
  int64_t counts[TARIFA_STATUS_COUNT];
} tarifa_answers;

// A list of texts that the library owns.
typedef struct tarifa_texts tarifa_texts;

// Prices entries. A row that is wrong is answered with a status and a detail that says what to mend.
//
// texts: the details of this call, headings or words, each once; free them with tarifa_texts_free.
int32_t tarifa_price(tarifa_book *book, const tarifa_entries *entries, tarifa_answers *answers,
                     tarifa_texts **texts, char *error, int64_t error_size);

// The editions of the schedules of a book, and the names of the statuses; free them with tarifa_texts_free.
tarifa_texts *tarifa_editions(const tarifa_book *book);
tarifa_texts *tarifa_statuses(void);

// How many texts there are, and of how many bytes together.
int64_t tarifa_texts_count(const tarifa_texts *texts);
int64_t tarifa_texts_size(const tarifa_texts *texts);
// Writes the offsets (one more than there are texts) and the bytes, as Arrow has them.
void tarifa_texts_copy(const tarifa_texts *texts, int32_t *offsets, uint8_t *bytes);
void tarifa_texts_free(tarifa_texts *texts);

#ifdef __cplusplus
}
#endif

#endif
