using System.Numerics;
using System.Text;

namespace PublicLedger.Outputs;

/// <summary>
/// Rising whole numbers as short text: each number's distance from the one before, in a Rice code (Rice and Plaunt, 1971),
/// six bits to a letter. A distance of d+1 is d ≫ k zeros, a one, and the k low bits of d. With k = 0 that is a
/// bitmap, so a list of nearly everything and a list of next to nothing are both about as short as they can be.
/// The first letter says k. Left-over bits are zeros, and zeros without a one after them mean nothing.
/// </summary>
internal static class GapCode
{
    /// <summary>The letters that stand for 0 to 63, in their order (RFC 4648, section 5); safe inside any JavaScript string.</summary>
    internal const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Appends the code of some rising numbers, none below 0. No numbers are no text.</summary>
    internal static void Append(StringBuilder text, ReadOnlySpan<int> rising)
    {
        if (rising.IsEmpty) return;
        var k = ShortestParameter(rising);
        text.Append(Alphabet[k]);
        uint bits = 0;
        var free = 6;
        var before = -1;
        foreach (var number in rising)
        {
            var distance = number - before - 1;
            before = number;
            for (var zeros = distance >> k; zeros > 0;)
            {
                var step = Math.Min(zeros, free);
                Put(0, step);
                zeros -= step;
            }
            Put(1, 1);
            for (var left = k; left > 0;)
            {
                var step = Math.Min(left, free);
                left -= step;
                Put((uint)(distance >> left) & ((1u << step) - 1), step);
            }
        }
        if (free < 6) Put(0, free);

        void Put(uint value, int count)
        {
            bits = bits << count | value;
            free -= count;
            if (free > 0) return;
            text.Append(Alphabet[(int)bits]);
            bits = 0;
            free = 6;
        }
    }

    /// <summary>The k with the fewest bits. The cost has one valley, so walking from a good guess finds it.</summary>
    private static int ShortestParameter(ReadOnlySpan<int> rising)
    {
        var k = Math.Max(0, BitOperations.Log2((uint)(rising[^1] / rising.Length + 1)) - 1);
        var cost = Cost(rising, k);
        while (k < 30 && Cost(rising, k + 1) is var more && more < cost) (k, cost) = (k + 1, more);
        while (k > 0 && Cost(rising, k - 1) is var less && less < cost) (k, cost) = (k - 1, less);
        return k;
    }

    private static long Cost(ReadOnlySpan<int> rising, int k)
    {
        var bits = (long)rising.Length * (k + 1);
        var before = -1;
        foreach (var number in rising)
        {
            bits += (number - before - 1) >> k;
            before = number;
        }
        return bits;
    }
}
