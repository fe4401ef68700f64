package export

import "encoding/binary"

// bitWriter appends bits to bytes, the most significant first.
type bitWriter struct {
	bytes []byte
	held  uint64 // the low bits of it are not in bytes yet
	n     uint   // how many: under 32
}

// put appends the low n bits of v, which has no others. n is at most 32.
func (w *bitWriter) put(v uint64, n uint) {
	w.held = w.held<<n | v
	if w.n += n; w.n >= 32 {
		w.n -= 32
		w.bytes = binary.BigEndian.AppendUint32(w.bytes, uint32(w.held>>w.n))
	}
}

// signed appends v in n bits, as two's complement.
func (w *bitWriter) signed(v int32, n uint) { w.put(uint64(v)&(1<<n-1), n) }

// align fills up the last byte with zeros. All is in bytes then.
func (w *bitWriter) align() {
	for w.put(0, -w.n&7); w.n > 0; w.n -= 8 {
		w.bytes = append(w.bytes, byte(w.held>>(w.n-8)))
	}
}

// rice appends numbers in Rice's code: of each, folded, all but the low k bits as so many zeros and
// a one, and then these k bits.
func (w *bitWriter) rice(numbers []int32, k uint) {
	for _, v := range numbers {
		u := folded(v)
		zeros := uint(u >> k)
		for zeros+1+k > 32 {
			n := min(zeros, 32)
			w.put(0, n)
			zeros -= n
		}
		w.put(1<<k|uint64(u)&(1<<k-1), zeros+1+k)
	}
}

// folded is a number with its sign at the end: 0, -1, 1, -2 ... are 0, 1, 2, 3 ...
func folded(v int32) uint32 { return uint32(v)<<1 ^ uint32(v>>31) }

// The two checksums of a frame: of its header by x^8+x^2+x+1, and of all of it by x^16+x^15+x^2+1, the
// most significant bit first.
var table8, table16 = tables()

func tables() (short [256]uint8, long [256]uint16) {
	for i := range 256 {
		a, b := uint8(i), uint16(i)<<8
		for range 8 {
			a, b = a<<1^a>>7*0x07, b<<1^b>>15*0x8005
		}
		short[i], long[i] = a, b
	}
	return short, long
}

func crc8(b []byte) (sum uint8) {
	for _, v := range b {
		sum = table8[sum^v]
	}
	return sum
}

func crc16(b []byte) (sum uint16) {
	for _, v := range b {
		sum = sum<<8 ^ table16[byte(sum>>8)^v]
	}
	return sum
}
