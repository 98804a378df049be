// Matrix product with accumulators kept in registers; the only dense arithmetic that training spends its time on.
#pragma once
#include <cstddef>
#include <cstring>

typedef float Lanes __attribute__((vector_size(32)));
const int LANES = 8;

// C[rows x columns] += A[rows x inner] * B[inner x columns]; columns is a multiple of 32. A is read with two strides,
// so that it may be a transposed matrix; B and C are row-major and dense.
inline void addProduct(const float* a, ptrdiff_t aRow, ptrdiff_t aColumn, const float* b, float* c, int rows, int inner,
                       int columns) {
  auto load = [](const float* p) {
    Lanes lanes;
    std::memcpy(&lanes, p, sizeof lanes);
    return lanes;
  };
  auto store = [](float* p, Lanes lanes) { std::memcpy(p, &lanes, sizeof lanes); };
  for (int column = 0; column < columns; column += 32) {
    int row = 0;
    for (; row + 2 <= rows; row += 2) {
      float* c0 = c + size_t(row) * columns + column;
      float* c1 = c0 + columns;
      Lanes s00 = load(c0), s01 = load(c0 + 8), s02 = load(c0 + 16), s03 = load(c0 + 24);
      Lanes s10 = load(c1), s11 = load(c1 + 8), s12 = load(c1 + 16), s13 = load(c1 + 24);
      for (int k = 0; k < inner; k++) {
        const float* bk = b + size_t(k) * columns + column;
        Lanes b0 = load(bk), b1 = load(bk + 8), b2 = load(bk + 16), b3 = load(bk + 24);
        float a0 = a[row * aRow + k * aColumn], a1 = a[(row + 1) * aRow + k * aColumn];
        s00 += a0 * b0, s01 += a0 * b1, s02 += a0 * b2, s03 += a0 * b3;
        s10 += a1 * b0, s11 += a1 * b1, s12 += a1 * b2, s13 += a1 * b3;
      }
      store(c0, s00), store(c0 + 8, s01), store(c0 + 16, s02), store(c0 + 24, s03);
      store(c1, s10), store(c1 + 8, s11), store(c1 + 16, s12), store(c1 + 24, s13);
    }
    for (; row < rows; row++) {
      float* c0 = c + size_t(row) * columns + column;
      Lanes s00 = load(c0), s01 = load(c0 + 8), s02 = load(c0 + 16), s03 = load(c0 + 24);
      for (int k = 0; k < inner; k++) {
        const float* bk = b + size_t(k) * columns + column;
        float a0 = a[row * aRow + k * aColumn];
        s00 += a0 * load(bk), s01 += a0 * load(bk + 8), s02 += a0 * load(bk + 16), s03 += a0 * load(bk + 24);
      }
      store(c0, s00), store(c0 + 8, s01), store(c0 + 16, s02), store(c0 + 24, s03);
    }
  }
}
