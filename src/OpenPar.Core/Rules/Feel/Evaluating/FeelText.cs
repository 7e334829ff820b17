using System.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>How <c>string()</c> prints values: strings as they are, but quoted inside lists, contexts and ranges.</summary>
public static class FeelText
{
    /// <summary>The value as text; null stays "null".</summary>
    public static string Of(object? value) => value is string text ? text : Inside(value);

    private static string Inside(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case bool yes: text.Append(yes ? "true" : "false"); break;
            case string inner: text.Append(StringEscapes.Write(inner)); break;
            case FeelList list: WriteList(list, text); break;
            case FeelContext context: WriteContext(context, text); break;
            case FeelRange range: WriteRange(range, text); break;
            case FeelFunction function: text.Append("function(").AppendJoin(", ", function.Parameters.Select(parameter => parameter.Name)).Append(')'); break;
            default: text.Append(value); break;
        }
    }

    private static void WriteList(FeelList list, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Write(list[i], text);
        }

        text.Append(']');
    }

    private static void WriteContext(FeelContext context, StringBuilder text)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in context)
        {
            if (!first) text.Append(", ");
            first = false;
            text.Append(IsPlainName(name) ? name : StringEscapes.Write(name)).Append(": ");
            Write(value, text);
        }

        text.Append('}');
    }

    private static void WriteRange(FeelRange range, StringBuilder text)
    {
        if (range.Test is { } test)
        {
            text.Append('(').Append(test).Append(' ');
            Write(range.Low ?? range.High, text);
            text.Append(')');
            return;
        }

        text.Append(range.LowClosed ? '[' : '(');
        WriteEnd(range.Low, text);
        text.Append("..");
        WriteEnd(range.High, text);
        text.Append(range.HighClosed ? ']' : ')');
    }

    // Dates inside a range are written so that they can be read again.
    private static void WriteEnd(object? end, StringBuilder text)
    {
        if (end is FeelDate or FeelTime or FeelDateTime or DaysTimeDuration or YearsMonthsDuration) text.Append("@\"").Append(end).Append('"');
        else Write(end, text);
    }

    private static bool IsPlainName(string name)
    {
        var (tokens, error) = Lexer.Read(name);
        if (error is not null || tokens.Count < 2) return false;
        for (var at = 0; at < tokens.Count - 1; at++) if (tokens[at].Kind != TokenKind.Word) return false;
        return tokens.Name(0, tokens.Count - 1) == name;
    }
}
