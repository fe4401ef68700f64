//go:build !linux

package main

// lean has nothing to give back here.
func lean() {}
