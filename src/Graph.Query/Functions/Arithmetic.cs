using System.Runtime.CompilerServices;

namespace Graph.Query.Functions;

/// <summary>
/// Arithmetic over tagged values: integers of 64 bits that never wrap, floats by IEEE 754, and <c>+</c> on strings and lists.
/// Operands are not null.
/// </summary>
internal static class Arithmetic
{
    private const string Numbers = "numbers";

    public static Value Add(ExecutionState context, Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var (a, b) = (left.AsInteger(), right.AsInteger());
            var sum = unchecked(a + b);

            // The sum overflowed where its sign differs from the signs of both operands.
            return ((a ^ sum) & (b ^ sum)) < 0 ? throw RuntimeErrors.Overflow("+") : Value.FromInteger(sum);
        }

        if (left.IsNumber && right.IsNumber)
            return Value.FromFloat(left.AsNumber() + right.AsNumber());

        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
            return Value.FromList(Append(context, left, right));

        return Value.FromString(Concatenate(context, left, right));
    }

    public static Value Subtract(Value left, Value right)
    {
        if (!left.IsInteger || !right.IsInteger)
            return Value.FromFloat(Expect("-", left) - Expect("-", right));

        var (a, b) = (left.AsInteger(), right.AsInteger());
        var difference = unchecked(a - b);
        return ((a ^ b) & (a ^ difference)) < 0 ? throw RuntimeErrors.Overflow("-") : Value.FromInteger(difference);
    }

    public static Value Multiply(Value left, Value right)
    {
        if (!left.IsInteger || !right.IsInteger)
            return Value.FromFloat(Expect("*", left) * Expect("*", right));

        var high = Math.BigMul(left.AsInteger(), right.AsInteger(), out var low);
        return high == low >> 63 ? Value.FromInteger(low) : throw RuntimeErrors.Overflow("*");
    }

    public static Value Divide(Value left, Value right)
    {
        if (!left.IsInteger || !right.IsInteger)
            return Value.FromFloat(Expect("/", left) / Expect("/", right));

        var (a, b) = (left.AsInteger(), right.AsInteger());
        return b switch
        {
            0 => throw RuntimeErrors.DivisionByZero(),
            -1 => Negate(left, "/"),
            _ => Value.FromInteger(a / b),
        };
    }

    public static Value Modulo(Value left, Value right)
    {
        if (!left.IsInteger || !right.IsInteger)
            return Value.FromFloat(Expect("%", left) % Expect("%", right));

        return right.AsInteger() switch
        {
            0 => throw RuntimeErrors.DivisionByZero(),

            // The processor traps on the smallest integer by -1.
            -1 => Value.FromInteger(0),
            var divisor => Value.FromInteger(left.AsInteger() % divisor),
        };
    }

    public static Value Power(Value left, Value right) => Value.FromFloat(Math.Pow(Expect("^", left), Expect("^", right)));

    public static Value Negate(Value operand) => operand.IsInteger ? Negate(operand, "-") : Value.FromFloat(-Expect("-", operand));

    public static Value Identity(Value operand) =>
        operand.IsNumber ? operand : throw RuntimeErrors.WrongOperand("+", "a number", operand);

    private static Value Negate(Value integer, string operation) =>
        integer.AsInteger() == long.MinValue
            ? throw RuntimeErrors.Overflow(operation)
            : Value.FromInteger(-integer.AsInteger());

    private static double Expect(string sign, Value value) =>
        value.IsNumber ? value.AsNumber() : throw RuntimeErrors.WrongOperand(sign, Numbers, value);

    private static ListValue Append(ExecutionState context, Value left, Value right)
    {
        ReadOnlySpan<Value> first = left.Kind == ValueKind.List ? left.AsList().Span : [left];
        ReadOnlySpan<Value> second = right.Kind == ValueKind.List ? right.AsList().Span : [right];
        context.Budget.Require(Unsafe.SizeOf<Value>() * ((long)first.Length + second.Length));
        var items = new Value[first.Length + second.Length];
        first.CopyTo(items);
        second.CopyTo(items.AsSpan(first.Length));
        return new ListValue(items);
    }

    private static string Concatenate(ExecutionState context, Value left, Value right)
    {
        if (left.Kind != ValueKind.String && right.Kind != ValueKind.String)
            throw RuntimeErrors.WrongOperand("+", "numbers, strings or lists", left.IsNumber ? right : left);

        var (first, second) = (AddableText(left), AddableText(right));
        context.Budget.Require(sizeof(char) * ((long)first.Length + second.Length));
        return first + second;
    }

    private static string AddableText(Value value) =>
        value.Kind == ValueKind.String || value.IsNumber
            ? ScalarFunctions.ToText("+", value)
            : throw RuntimeErrors.WrongOperand("+", "a string or a number beside a string", value);
}
