package choice

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ParseWhole reads a whole number from least to most in plain decimal digits: without a sign, and with zeros in front
// that mean nothing. The error says no more than what it should be.
func ParseWhole(s string, least, most uint64) (uint64, error) {
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil || n < least || n > most {
		return 0, fmt.Errorf("not a whole number from %d to %d", least, most)
	}
	return n, nil
}

// ParsePitch reads a pitch in Hz, such as "528" or "263.5 Hz". Its bounds are SoundChange.Apply's.
func ParsePitch(s string) (float64, error) {
	number := strings.TrimSpace(strings.TrimSuffix(strings.ToLower(s), "hz"))
	hz, err := strconv.ParseFloat(number, 64)
	if err != nil || !decimal(number) || math.IsInf(hz, 0) {
		return 0, fmt.Errorf("pitch %q is not a number of Hz such as 528", clip(s))
	}
	return hz, nil
}

// decimal reports whether s is a number in plain decimal digits, with a point and more of them or without: what strconv
// takes besides, such as 0x10, 1_0 and 1e3, is not what a person means.
func decimal(s string) bool {
	whole, fraction, pointed := strings.Cut(s, ".")
	return digits(whole) && (!pointed || digits(fraction))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
