using System.Diagnostics;
using System.Numerics;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>Compares two rows of numbers, with one loop for each operator.</summary>
internal static class NumberComparison
{
    public static void Compare<T>(ComparisonOperator @operator, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<Truth> truths)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        switch (@operator)
        {
            case ComparisonOperator.Equal:
                Compare<T, Equal>(left, right, truths);
                break;
            case ComparisonOperator.NotEqual:
                Compare<T, NotEqual>(left, right, truths);
                break;
            case ComparisonOperator.Less:
                Compare<T, Less>(left, right, truths);
                break;
            case ComparisonOperator.LessOrEqual:
                Compare<T, LessOrEqual>(left, right, truths);
                break;
            case ComparisonOperator.Greater:
                Compare<T, Less>(right, left, truths);
                break;
            case ComparisonOperator.GreaterOrEqual:
                Compare<T, LessOrEqual>(right, left, truths);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Compare<T, TTest>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<Truth> truths)
        where T : struct, IComparisonOperators<T, T, bool>
        where TTest : struct, ITest
    {
        left = left[..truths.Length];
        right = right[..truths.Length];
        for (var row = 0; row < truths.Length; row++)
            truths[row] = TTest.Holds(left[row], right[row]) ? Truth.True : Truth.False;
    }

    private interface ITest
    {
        static abstract bool Holds<T>(T left, T right)
            where T : struct, IComparisonOperators<T, T, bool>;
    }

    private readonly struct Equal : ITest
    {
        public static bool Holds<T>(T left, T right)
            where T : struct, IComparisonOperators<T, T, bool> => left == right;
    }

    private readonly struct NotEqual : ITest
    {
        public static bool Holds<T>(T left, T right)
            where T : struct, IComparisonOperators<T, T, bool> => left != right;
    }

    private readonly struct Less : ITest
    {
        public static bool Holds<T>(T left, T right)
            where T : struct, IComparisonOperators<T, T, bool> => left < right;
    }

    private readonly struct LessOrEqual : ITest
    {
        public static bool Holds<T>(T left, T right)
            where T : struct, IComparisonOperators<T, T, bool> => left <= right;
    }
}
