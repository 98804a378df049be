;; The parser's arithmetic; src/language/kernel.ts says what each function does.
;; Assembled to data/model/kernel.wasm by scripts/train-parser/assemble.ts.
(module
  (memory (export "memory") 1)

  (func (export "embed")
    (param $embedding i32) (param $weights i32) (param $share i32)
    (param $units i32) (param $pairs i32) (param $shift i32)
    (local $unit i32) (local $pair i32) (local $row i32) (local $step i32)
    (local $x v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $half v128)
    (local.set $half (i32x4.splat (i32.shl (i32.const 1) (i32.sub (local.get $shift) (i32.const 1)))))
    (local.set $step (i32.shl (local.get $units) (i32.const 2)))
    (loop $block ;; sixteen units
      (local.set $a (local.get $half))
      (local.set $b (local.get $half))
      (local.set $c (local.get $half))
      (local.set $d (local.get $half))
      (local.set $pair (i32.const 0))
      (local.set $row (i32.add (local.get $weights) (i32.shl (local.get $unit) (i32.const 2))))
      (loop $dimension ;; two rows of weights
        (local.set $x
          (v128.load32_splat (i32.add (local.get $embedding) (i32.shl (local.get $pair) (i32.const 2)))))
        (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $row)))))
        (local.set $b
          (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=16 (local.get $row)))))
        (local.set $c
          (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=32 (local.get $row)))))
        (local.set $d
          (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=48 (local.get $row)))))
        (local.set $row (i32.add (local.get $row) (local.get $step)))
        (local.set $pair (i32.add (local.get $pair) (i32.const 1)))
        (br_if $dimension (i32.lt_u (local.get $pair) (local.get $pairs))))
      (v128.store (local.get $share)
        (i16x8.narrow_i32x4_s
          (i32x4.shr_s (local.get $a) (local.get $shift)) (i32x4.shr_s (local.get $b) (local.get $shift))))
      (v128.store offset=16 (local.get $share)
        (i16x8.narrow_i32x4_s
          (i32x4.shr_s (local.get $c) (local.get $shift)) (i32x4.shr_s (local.get $d) (local.get $shift))))
      (local.set $share (i32.add (local.get $share) (i32.const 32)))
      (local.set $unit (i32.add (local.get $unit) (i32.const 16)))
      (br_if $block (i32.lt_u (local.get $unit) (local.get $units)))))

  (func (export "sum")
    (param $rows i32) (param $count i32) (param $hidden i32) (param $units i32)
    (local $at i32) (local $end i32) (local $bytes i32) (local $r i32) (local $row i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128) (local $zero v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $bytes (i32.shl (local.get $units) (i32.const 1)))
    (loop $block ;; sixty-four units
      (local.set $a (local.get $zero))
      (local.set $b (local.get $zero))
      (local.set $c (local.get $zero))
      (local.set $d (local.get $zero))
      (local.set $e (local.get $zero))
      (local.set $f (local.get $zero))
      (local.set $g (local.get $zero))
      (local.set $h (local.get $zero))
      (local.set $r (local.get $rows))
      (loop $each
        (local.set $row (i32.add (i32.load (local.get $r)) (local.get $at)))
        (local.set $a (i16x8.add (local.get $a) (v128.load (local.get $row))))
        (local.set $b (i16x8.add (local.get $b) (v128.load offset=16 (local.get $row))))
        (local.set $c (i16x8.add (local.get $c) (v128.load offset=32 (local.get $row))))
        (local.set $d (i16x8.add (local.get $d) (v128.load offset=48 (local.get $row))))
        (local.set $e (i16x8.add (local.get $e) (v128.load offset=64 (local.get $row))))
        (local.set $f (i16x8.add (local.get $f) (v128.load offset=80 (local.get $row))))
        (local.set $g (i16x8.add (local.get $g) (v128.load offset=96 (local.get $row))))
        (local.set $h (i16x8.add (local.get $h) (v128.load offset=112 (local.get $row))))
        (local.set $r (i32.add (local.get $r) (i32.const 4)))
        (br_if $each (i32.lt_u (local.get $r) (local.get $end))))
      (local.set $row (i32.add (local.get $hidden) (local.get $at)))
      (v128.store (local.get $row) (i16x8.max_s (local.get $a) (local.get $zero)))
      (v128.store offset=16 (local.get $row) (i16x8.max_s (local.get $b) (local.get $zero)))
      (v128.store offset=32 (local.get $row) (i16x8.max_s (local.get $c) (local.get $zero)))
      (v128.store offset=48 (local.get $row) (i16x8.max_s (local.get $d) (local.get $zero)))
      (v128.store offset=64 (local.get $row) (i16x8.max_s (local.get $e) (local.get $zero)))
      (v128.store offset=80 (local.get $row) (i16x8.max_s (local.get $f) (local.get $zero)))
      (v128.store offset=96 (local.get $row) (i16x8.max_s (local.get $g) (local.get $zero)))
      (v128.store offset=112 (local.get $row) (i16x8.max_s (local.get $h) (local.get $zero)))
      (local.set $at (i32.add (local.get $at) (i32.const 128)))
      (br_if $block (i32.lt_u (local.get $at) (local.get $bytes)))))

  (func (export "best")
    (param $hidden i32) (param $weights i32) (param $biases i32) (param $count i32) (param $skip i32) (param $units i32)
    (result i32)
    (local $r i32) (local $at i32) (local $bytes i32) (local $best i32) (local $highest i32) (local $sum i32)
    (local $h i32) (local $w i32) (local $a v128) (local $b v128)
    (local.set $best (i32.const -1))
    (local.set $bytes (i32.shl (local.get $units) (i32.const 1)))
    (loop $each
      (if (i32.ne (local.get $r) (local.get $skip))
        (then
          (local.set $a (v128.const i32x4 0 0 0 0))
          (local.set $b (local.get $a))
          (local.set $at (i32.const 0))
          (loop $block ;; thirty-two units
            (local.set $h (i32.add (local.get $hidden) (local.get $at)))
            (local.set $w (i32.add (local.get $weights) (local.get $at)))
            (local.set $a
              (i32x4.add (local.get $a)
                (i32x4.dot_i16x8_s (v128.load (local.get $h)) (v128.load (local.get $w)))))
            (local.set $b
              (i32x4.add (local.get $b)
                (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $h)) (v128.load offset=16 (local.get $w)))))
            (local.set $a
              (i32x4.add (local.get $a)
                (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $h)) (v128.load offset=32 (local.get $w)))))
            (local.set $b
              (i32x4.add (local.get $b)
                (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $h)) (v128.load offset=48 (local.get $w)))))
            (local.set $at (i32.add (local.get $at) (i32.const 64)))
            (br_if $block (i32.lt_u (local.get $at) (local.get $bytes))))
          (local.set $a (i32x4.add (local.get $a) (local.get $b)))
          (local.set $sum
            (i32.add
              (i32.load (i32.add (local.get $biases) (i32.shl (local.get $r) (i32.const 2))))
              (i32.add
                (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a)))
                (i32.add (i32x4.extract_lane 2 (local.get $a)) (i32x4.extract_lane 3 (local.get $a))))))
          (if (i32.or (i32.lt_s (local.get $best) (i32.const 0)) (i32.gt_s (local.get $sum) (local.get $highest)))
            (then
              (local.set $best (local.get $r))
              (local.set $highest (local.get $sum))))))
      (local.set $weights (i32.add (local.get $weights) (local.get $bytes)))
      (local.set $r (i32.add (local.get $r) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $r) (local.get $count))))
    (local.get $best)))
