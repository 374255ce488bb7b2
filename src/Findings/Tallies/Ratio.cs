using System.Globalization;
using System.Numerics;

namespace PublicLedger.Findings.Tallies;

/// <summary>An exact number: two thirds is two thirds. Votes are never counted with floating point.</summary>
public readonly struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    private readonly BigInteger below;

    /// <summary>A fraction in lowest terms.</summary>
    /// <param name="above">The numerator.</param>
    /// <param name="below">The denominator; never zero.</param>
    public Ratio(BigInteger above, BigInteger below)
    {
        if (below.IsZero) throw new DivideByZeroException("A fraction needs a denominator.");
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        (Above, this.below) = (above / common, below / common);
    }

    /// <summary>The numerator.</summary>
    public BigInteger Above { get; }

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Below => below.IsZero ? BigInteger.One : below; // so that default is 0

    /// <summary>Nothing.</summary>
    public static readonly Ratio Zero = new(0, 1);

    /// <summary>One.</summary>
    public static readonly Ratio One = new(1, 1);

    /// <summary>Reads "3", "1.5", "2/3", "60%" or "60 %"; false for anything else and for negative numbers.</summary>
    public static bool TryParse(string text, out Ratio value)
    {
        value = default;
        text = text.Trim();
        if (text.EndsWith('%'))
        {
            if (!TryParse(text[..^1], out var percent) || text.Contains('/')) return false;
            value = percent / new Ratio(100, 1);
            return true;
        }

        if (text.Split('/') is [var above, var below])
        {
            if (!Whole(above, out var a) || !Whole(below, out var b) || b.IsZero) return false;
            value = new Ratio(a, b);
            return true;
        }

        if (text.Split('.') is [var whole, var part] && Whole(whole, out var w) && part.Length <= 9 && Whole(part, out var p))
        {
            var ten = BigInteger.Pow(10, part.Length);
            value = new Ratio(w * ten + p, ten);
            return true;
        }

        if (!Whole(text, out var number)) return false;
        value = new Ratio(number, 1);
        return true;
    }

    /// <summary>The least whole number that is not below it.</summary>
    public BigInteger Ceiling => BigInteger.DivRem(Above, Below, out var rest) + (rest.Sign > 0 ? 1 : 0);

    /// <summary>The greatest whole number that is not above it.</summary>
    public BigInteger Floor => BigInteger.DivRem(Above, Below, out var rest) - (rest.Sign < 0 ? 1 : 0);

    /// <summary>Whether it has no fraction.</summary>
    public bool IsWhole => Below.IsOne;

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (Above * other.Below).CompareTo(other.Above * Below);

    /// <inheritdoc/>
    public bool Equals(Ratio other) => Above == other.Above && Below == other.Below;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Above, Below);

    /// <summary>"3", "1.5" where that is exact, else "2/3".</summary>
    public override string ToString()
    {
        if (IsWhole) return Above.ToString(CultureInfo.InvariantCulture);
        foreach (var ten in (int[])[10, 100, 1000])
            if ((Above * ten % Below).IsZero) return ((decimal)(Above * ten / Below) / ten).ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Above}/{Below}");
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Ratio(int value) => new(value, 1);

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) => new(left.Above * right.Below + right.Above * left.Below, left.Below * right.Below);

    /// <summary>The difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) => new(left.Above * right.Below - right.Above * left.Below, left.Below * right.Below);

    /// <summary>The product.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => new(left.Above * right.Above, left.Below * right.Below);

    /// <summary>The quotient.</summary>
    public static Ratio operator /(Ratio left, Ratio right) => new(left.Above * right.Below, left.Below * right.Above);

    /// <summary>Less.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    /// <summary>More.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    /// <summary>Not more.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    /// <summary>Not less.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <summary>Equal.</summary>
    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    private static bool Whole(string text, out BigInteger value) =>
        BigInteger.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) && text.Length <= 18;
}
