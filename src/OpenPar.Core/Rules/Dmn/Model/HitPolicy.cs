namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>What a decision table answers when several rules match (DMN 1.5, 8.2.8).</summary>
internal enum HitPolicy
{
    /// <summary>U: at most one rule may match.</summary>
    Unique,

    /// <summary>A: all matching rules must answer the same.</summary>
    Any,

    /// <summary>P: the answer that stands first in the list of output values.</summary>
    Priority,

    /// <summary>F: the first matching rule.</summary>
    First,

    /// <summary>R: all answers in the order of the rules.</summary>
    RuleOrder,

    /// <summary>O: all answers in the order of the output values.</summary>
    OutputOrder,

    /// <summary>C: all answers, in no promised order (here that of the rules).</summary>
    Collect,

    /// <summary>C+: the sum of the answers.</summary>
    CollectSum,

    /// <summary>C&lt;: the least of the answers.</summary>
    CollectMin,

    /// <summary>C&gt;: the greatest of the answers.</summary>
    CollectMax,

    /// <summary>C#: how many answers there are.</summary>
    CollectCount,
}
