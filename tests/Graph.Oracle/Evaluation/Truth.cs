namespace Graph.Oracle.Evaluation;

/// <summary>Kleene's logic. Operands are taken from left to right, and none after the one that decides.</summary>
internal static class Truth
{
    public static bool? And(IEnumerable<bool?> operands)
    {
        bool? result = true;
        foreach (var operand in operands)
        {
            if (operand == false)
                return false;
            if (operand is null)
                result = null;
        }

        return result;
    }

    public static bool? Or(IEnumerable<bool?> operands) => !And(operands.Select(operand => !operand));

    public static bool? Xor(IEnumerable<bool?> operands) =>
        operands.Aggregate((left, right) => left is null || right is null ? null : left != right);

    public static bool? Read(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => value.IsTrue,
        _ => throw new ExpectedErrorException($"{value} is no truth value"),
    };
}
