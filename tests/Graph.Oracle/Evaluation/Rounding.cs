using System.Globalization;
using System.Numerics;

namespace Graph.Oracle.Evaluation;

/// <summary><c>round</c> with a precision: by the digits that a float is written with, however many.</summary>
internal static class Rounding
{
    public static Value Round(Value[] a)
    {
        var (number, decimals) = (Numbers.Expect(a[0]).AsNumber(), Lists.ExpectInteger(a[1]));
        var mode = a.Length > 2 ? a[2].AsString() : "HALF_UP";
        if (decimals < 0)
            throw new ExpectedErrorException("a negative precision");
        if (!double.IsFinite(number))
            return Value.FromFloat(number);

        var (digits, scale) = Read(Math.Abs(number));
        if (scale <= decimals)
            return Value.FromFloat(number);

        var unit = BigInteger.Pow(10, (int)(scale - decimals));
        var whole = BigInteger.DivRem(digits, unit, out var rest);
        if (IsRoundedUp(mode, number < 0, whole, rest, unit))
            whole++;
        var rounded = double.Parse($"{whole}E-{decimals}", CultureInfo.InvariantCulture);
        return Value.FromFloat(number < 0 ? -rounded : rounded);
    }

    /// <summary>The number is the digits divided by ten to the power of the scale.</summary>
    private static (BigInteger Digits, int Scale) Read(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = shortest.Length > 1 ? int.Parse(shortest[1], CultureInfo.InvariantCulture) : 0;
        var point = shortest[0].IndexOf('.');
        var scale = point < 0 ? 0 : shortest[0].Length - point - 1;
        return scale - exponent >= 0
            ? (BigInteger.Parse(shortest[0].Replace(".", ""), CultureInfo.InvariantCulture), scale - exponent)
            : (BigInteger.Zero, 0);
    }

    private static bool IsRoundedUp(string mode, bool isNegative, BigInteger whole, BigInteger rest, BigInteger unit) => mode switch
    {
        _ when rest.IsZero => false,
        "UP" => true,
        "DOWN" => false,
        "CEILING" => !isNegative,
        "FLOOR" => isNegative,
        "HALF_UP" => rest * 2 >= unit,
        "HALF_DOWN" => rest * 2 > unit,
        "HALF_EVEN" => rest * 2 > unit || (rest * 2 == unit && !whole.IsEven),
        _ => throw new ExpectedErrorException("no such mode"),
    };
}
