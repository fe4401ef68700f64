package choice

import (
	"strings"
	"testing"
)

func TestNumbersArePlainDecimals(t *testing.T) {
	for s, want := range map[string]uint64{"0": 0, "10": 10, "010": 10, "0000000000000000000000000100": 100} {
		if n, err := ParseWhole(s, 0, 100); err != nil || n != want {
			t.Errorf("%s is %d, %v", s, n, err)
		}
	}
	for _, s := range []string{"", "x", "-1", "+1", "0x10", "1_0", "0b1", "0o7", "1e1", "1.0", "١", "101", "99999999999999999999", " 1"} {
		if n, err := ParseWhole(s, 0, 100); err == nil || err.Error() != "not a whole number from 0 to 100" {
			t.Errorf("%q is %d, %v", s, n, err)
		}
	}
	for s, want := range map[string]float64{"528": 528, "0528": 528, "263.5": 263.5, "132Hz": 132, "132 hz": 132} {
		if hz, err := ParsePitch(s); err != nil || hz != want {
			t.Errorf("%s is %v, %v", s, hz, err)
		}
	}
	for _, s := range []string{"", "x", "hz", "NaN", "Inf", "5_28", "0x210", "0x1p8", "5e2", "+528", "-528", "528.", ".5", "528,5", strings.Repeat("9", 400)} {
		if hz, err := ParsePitch(s); err == nil || len(err.Error()) > 120 {
			t.Errorf("%q is %v, %v", s, hz, err)
		}
	}
}
