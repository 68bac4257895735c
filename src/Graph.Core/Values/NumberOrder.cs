namespace Graph.Core;

/// <summary>Integers and floats by their exact values: an integer is never rounded to be compared with a float.</summary>
public static class NumberOrder
{
    private const double TwoToThe63 = 9223372036854775808.0;

    /// <summary>The order of two numbers with NaN after everything and equal to itself.</summary>
    public static int Compare(Value left, Value right)
    {
        if (left.IsInteger)
            return right.IsInteger ? left.AsInteger().CompareTo(right.AsInteger()) : Compare(left.AsInteger(), right.AsFloat());
        return right.IsInteger ? -Compare(right.AsInteger(), left.AsFloat()) : Compare(left.AsFloat(), right.AsFloat());
    }

    /// <summary>An integer against a float without rounding either; NaN is after every integer.</summary>
    public static int Compare(long integer, double number)
    {
        if (double.IsNaN(number) || number >= TwoToThe63)
            return -1;
        if (number < -TwoToThe63)
            return 1;
        var whole = Math.Floor(number);
        var order = integer.CompareTo((long)whole);
        return order == 0 && whole < number ? -1 : order;
    }

    public static int Compare(double left, double right)
    {
        if (double.IsNaN(left) || double.IsNaN(right))
            return double.IsNaN(left).CompareTo(double.IsNaN(right));
        return left < right ? -1 : left > right ? 1 : 0;
    }

    /// <summary>The integer that a float is, so that both hash alike.</summary>
    public static bool TryGetInteger(double number, out long integer)
    {
        var isInteger = number >= -TwoToThe63 && number < TwoToThe63 && Math.Floor(number) == number;
        integer = isInteger ? (long)number : 0;
        return isInteger;
    }
}
