#!/usr/bin/env perl
# Verifies a transparency log a second time, in another language and without our code: Perl's core
# modules and the openssl command, both of which a bare Debian 12 has.
#
#   perl tools/verify-log.pl FOLDER [VKEY]
#
# FOLDER holds `checkpoint` and `tile/`; VKEY is the log's first key as people pinned it, else the one of the
# file `policy` beside them. Every entry is read and the root computed anew, every tile compared,
# every kept checkpoint held against the entries, and the signature of each checked. Changes of key
# are followed through their entries. Exit status 0: it holds. 1: it does not, and a line says what.
use strict;
use warnings;
use Digest::SHA qw(sha256 sha256_hex);
use File::Find qw(find);
use File::Temp qw(tempdir);
use JSON::PP ();
use MIME::Base64 qw(decode_base64 encode_base64);

my ($folder, $pinned) = @ARGV;
die "usage: verify-log.pl FOLDER [VKEY]\n" unless defined $folder;
my $work = tempdir(CLEANUP => 1);

sub fail { print "log: $_[0]\n"; exit 1 }

sub slurp {
    my ($path) = @_;
    return undef if -l $path || !-f $path;
    open my $in, '<:raw', $path or return undef;
    local $/;
    return scalar <$in>;
}

sub spill {
    my ($name, $data) = @_;
    open my $out, '>:raw', "$work/$name" or die "$work/$name: $!\n";
    print {$out} $data;
    close $out or die "$work/$name: $!\n";
    return "$work/$name";
}

# Base64 in its one spelling.
sub raw64 {
    my ($text) = @_;
    my $raw = decode_base64($text);
    return encode_base64($raw, '') eq $text ? $raw : undef;
}

sub read_key {
    my ($text) = @_;
    my ($name, $id, $material) = split /\+/, $text, 3;
    my $raw = defined $material ? raw64($material) : undef;
    fail("$text is no key") unless defined $raw && length $raw == 33 && ord $raw == 1;
    fail("the id of the key $name is another one") unless substr(sha256_hex("$name\n$raw"), 0, 8) eq $id;
    return { name => $name, id => $id, raw => substr($raw, 1), text => $text };
}

sub holds {
    my ($key, $signature, $text) = @_;
    return 0 unless length $signature == 64;
    my $public = spill('key.der', pack('H*', '302a300506032b6570032100') . $key->{raw});
    my @files = (spill('signature', $signature), spill('text', $text));
    my @words = ('openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', $public, '-rawin');
    open my $said, '-|', "@words -in $files[1] -sigfile $files[0] 2>&1" or die "openssl: $!\n";
    local $/;
    my $line = <$said>;
    return close($said) ? 1 : 0;
}

# A signed note: text, blank line, signature lines. Returns the text when this key has signed it.
sub open_note {
    my ($note, $key) = @_;
    my $cut = rindex $note, "\n\n";
    return undef if $cut < 0 || $note !~ /\n\z/;
    my $text = substr $note, 0, $cut + 1;
    my $signed = 0;
    for my $line (split /\n/, substr $note, $cut + 2) {
        my ($name, $blob) = $line =~ /\A\xE2\x80\x94 (\S+) (\S+)\z/ or return undef;
        my $raw = raw64($blob);
        return undef unless defined $raw && length $raw > 4;
        next unless $name eq $key->{name} && unpack('H8', $raw) eq $key->{id};
        return undef unless holds($key, substr($raw, 4), $text);
        $signed = 1;
    }
    return $signed ? $text : undef;
}

sub read_checkpoint {
    my ($text) = @_;
    my ($origin, $size, $root) = $text =~ m{\A([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]{44})\n} or return;
    my $raw = raw64($root);
    return unless defined $raw && length $raw == 32;
    return ($origin, $size, $raw);
}

sub spelled {
    my ($number) = @_;
    my @parts = (sprintf '%03d', $number % 1000);
    while ($number >= 1000) {
        $number = int($number / 1000);
        unshift @parts, sprintf 'x%03d', $number % 1000;
    }
    return join '/', @parts;
}

# The bytes of a tile; a partial one may have given way to the full one.
sub tile {
    my ($level, $number, $width) = @_;
    my $path = "tile/$level/" . spelled($number);
    my $partial = $width < 256 ? "$path.p/$width" : $path;
    my $data = slurp("$folder/$partial");
    return ($data, $partial, $width) if defined $data;
    $data = $width < 256 ? slurp("$folder/$path") : undef;
    fail("$partial is missing") unless defined $data;
    return ($data, $path, 256);
}

sub read_entries {
    my ($size) = @_;
    my @entries;
    for (my $number = 0; $number * 256 < $size; $number++) {
        my $width = $size - $number * 256 < 256 ? $size - $number * 256 : 256;
        my ($data, $path, $held) = tile('entries', $number, $width);
        my ($at, $count) = (0, 0);
        while ($at < length $data) {
            fail("$path ends in the middle of an entry") if $at + 2 > length $data;
            my $length = unpack 'n', substr $data, $at, 2;
            fail("$path ends in the middle of an entry") if $at + 2 + $length > length $data;
            push @entries, substr $data, $at + 2, $length if $count < $width;
            $at += 2 + $length;
            $count++;
        }
        fail("$path has $count entries, not $held") unless $count == $held;
    }
    return \@entries;
}

sub root_of {
    my @row = @_;
    return sha256('') unless @row;
    while (@row > 1) {
        my @above;
        for (my $at = 0; $at + 1 < @row; $at += 2) { push @above, sha256("\x01" . $row[$at] . $row[$at + 1]) }
        push @above, $row[-1] if @row % 2;
        @row = @above;
    }
    return $row[0];
}

# Each level has the roots over every 256 of the level below, as far as these are full.
sub check_tiles {
    my ($size, @row) = @_;
    my $level = 0;
    while (@row) {
        for (my $number = 0; $number * 256 < @row; $number++) {
            my $last = $number * 256 + 255 < @row ? $number * 256 + 255 : $#row;
            my ($data, $path, $held) = tile($level, $number, $last - $number * 256 + 1);
            fail("$path has another length") unless length $data == 32 * $held;
            my $wanted = join '', @row[$number * 256 .. $last];
            fail("$path is not what the entries give") unless substr($data, 0, length $wanted) eq $wanted;
        }
        my $full = int(@row / 256);
        @row = map { root_of(@row[$_ * 256 .. $_ * 256 + 255]) } 0 .. $full - 1;
        $level++;
    }
    return;
}

# The keys in order: each change is signed by both, and continues the one before.
sub follow_keys {
    my ($first, $entries) = @_;
    my @keys = ($first);
    for my $number (0 .. $#$entries) {
        next unless index($entries->[$number], '"type":"key"') >= 0;
        my $entry = eval { JSON::PP->new->utf8->decode($entries->[$number]) };
        next unless ref $entry eq 'HASH' && ($entry->{type} // '') eq 'key';
        my ($old, $new) = (read_key($entry->{old}), read_key($entry->{new}));
        fail("entry $number changes another key than the one in force") unless $old->{text} eq $keys[-1]{text};
        my $text = "thuocdo key change v1\nold $old->{text}\nnew $new->{text}\nfrom $entry->{valid_from}\n";
        for my $pair ([$old, 'signed_by_old'], [$new, 'signed_by_new']) {
            my $signature = raw64($entry->{ $pair->[1] }) // '';
            fail("entry $number lacks the signature of $pair->[0]{name}") unless holds($pair->[0], $signature, $text);
        }
        push @keys, $new;
    }
    return @keys;
}

sub signed_checkpoint {
    my ($note, @keys) = @_;
    for my $key (reverse @keys) {
        my $text = open_note($note, $key);
        return read_checkpoint($text) if defined $text;
    }
    return;
}

my $note = slurp("$folder/checkpoint") // fail('checkpoint is missing');
if (!defined $pinned) {
    my $policy = slurp("$folder/policy") // fail('policy is missing: name the key');
    # After a change of key the first one stands last.
    my @logs = $policy =~ /^log (\S+)/mg;
    $pinned = $logs[-1] // fail('policy names no log');
}
my $first = read_key($pinned);
my (undef, $size) = read_checkpoint(substr $note, 0, rindex($note, "\n\n") + 1) or fail('checkpoint is none');
my $entries = read_entries($size);
my @leaves = map { sha256("\x00$_") } @$entries;
my @keys = follow_keys($first, $entries);
my ($origin, $signed, $root) = signed_checkpoint($note, $keys[-1]) or fail('the checkpoint is not signed by the key in force');
fail("the checkpoint is of the log $origin") unless $origin eq $first->{name};
fail("the log of $size entries is not the one that was signed") unless root_of(@leaves) eq $root;
check_tiles($size, @leaves);
my $kept = 0;
find({ no_chdir => 1, wanted => sub {
    return if -d $_ || /\/\.[^\/]*\z/;
    my $path = substr $_, 1 + length $folder;
    my (undef, $old, $then) = signed_checkpoint(slurp($_) // '', @keys) or fail("$path is signed by no key of the log");
    return if $old > $size;
    fail("the log was rewritten after $path") unless root_of(@leaves[0 .. $old - 1]) eq $then;
    $kept++;
} }, "$folder/checkpoints") if -d "$folder/checkpoints";
printf "log: %s holds: %d entries, root %s, %d kept checkpoints, %d keys\n", $origin, $size, unpack('H*', $root), $kept, scalar @keys;
